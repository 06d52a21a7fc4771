{#- Calendar counts of a period, both days included. A week is the ISO week, Monday to Sunday. -#}
{% macro aantal_dagen(van, tot_en_met) -%}
    (date_diff('day', {{ van }}, {{ tot_en_met }}) + 1)
{%- endmacro %}

{% macro maandag(kolom) -%}
    cast(date_trunc('week', {{ kolom }}) as date)
{%- endmacro %}

{% macro aantal_weken(van, tot_en_met) -%}
    (date_diff('day', {{ maandag(van) }}, {{ maandag(tot_en_met) }}) // 7 + 1)
{%- endmacro %}

{% macro is_zondag(kolom) -%}
    (extract(isodow from {{ kolom }}) = 7)
{%- endmacro %}

{#- Every week that is touched has its Sunday in the period, except a last week that breaks off. -#}
{% macro aantal_zondagen(van, tot_en_met) -%}
    (
        {{ aantal_weken(van, tot_en_met) }}
        - case when {{ is_zondag(tot_en_met) }} then 0 else 1 end
    )
{%- endmacro %}
