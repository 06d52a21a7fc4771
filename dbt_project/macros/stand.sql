{#- `--vars stand_datum` rebuilds every figure as it was known on that day. -#}
{% macro stand_datum() -%}
    {%- if var('stand_datum', none) -%}
        cast('{{ var("stand_datum") }}' as date)
    {%- else -%}
        cast(null as date)
    {%- endif -%}
{%- endmacro %}

{% macro binnen_stand(kolom) -%}
    ({{ stand_datum() }} is null or {{ kolom }} <= {{ stand_datum() }})
{%- endmacro %}
