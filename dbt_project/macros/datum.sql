{#- First and last day of a month, and the names of its periods. -#}
{% macro eerste_van_maand(kolom) -%}
    cast(date_trunc('month', {{ kolom }}) as date)
{%- endmacro %}

{% macro laatste_van_maand(kolom) -%}
    cast(date_trunc('month', {{ kolom }}) + interval 1 month - interval 1 day as date)
{%- endmacro %}

{% macro tel_maanden_op(kolom, aantal) -%}
    cast({{ kolom }} + interval ({{ aantal }}) month as date)
{%- endmacro %}

{% macro kwartaal(kolom) -%}
    extract(year from {{ kolom }}) || '-K' || extract(quarter from {{ kolom }})
{%- endmacro %}

{% macro halfjaar(kolom) -%}
    extract(year from {{ kolom }})
    || '-H' || cast(ceil(extract(month from {{ kolom }}) / 6.0) as integer)
{%- endmacro %}

{% macro laatste_dag_van_halfjaar(kolom) -%}
    last_day(make_date(cast(left({{ kolom }}, 4) as integer), 6 * cast(right({{ kolom }}, 1) as integer), 1))
{%- endmacro %}

{% macro aantal_maanden(van, tot_en_met) -%}
    (
        12 * (extract(year from {{ tot_en_met }}) - extract(year from {{ van }}))
        + extract(month from {{ tot_en_met }}) - extract(month from {{ van }}) + 1
    )
{%- endmacro %}

{% macro geldt_op(datum, tabel, ingang='ingangsdatum', einde='einddatum') -%}
    {{ datum }} >= {{ tabel }}.{{ ingang }}
    and ({{ tabel }}.{{ einde }} is null or {{ datum }} <= {{ tabel }}.{{ einde }})
{%- endmacro %}

{#- Running at the end of a day: what ends on that day has ended, so that what ran plus what began
    less what ended gives what runs. -#}
{% macro loopt_na(datum, tabel, begin='start_datum', einde='eind_datum') -%}
    {{ tabel }}.{{ begin }} <= {{ datum }}
    and ({{ tabel }}.{{ einde }} is null or {{ tabel }}.{{ einde }} > {{ datum }})
{%- endmacro %}
