{#-
    Facts as they were known at an earlier stand: Parquet files in the folder of var `vorige_stand`,
    written from a build with that stand. Without the var there is no earlier stand, and no row.

    feit: name of the file. kolommen: its columns with their types.
-#}
{% macro lees_vorige_stand(feit, kolommen) -%}
    {%- set pad = var('vorige_stand', none) -%}
    select
    {%- for kolom, type in kolommen.items() %}
        cast({{ kolom if pad else 'null' }} as {{ type }}) as {{ kolom }}
        {{- ',' if not loop.last }}
    {%- endfor %}
    {%- if pad %}
    from read_parquet('{{ pad | replace("'", "''") }}/{{ feit }}.parquet')
    {%- else %}
    where false
    {%- endif %}
{%- endmacro %}

{#- A row of a decision table counts when each mark that it names is as in the row judged. -#}
{% macro past_bij_regel(regel, rij, kenmerken) -%}
    {%- for kenmerk in kenmerken %}
    {{- ' and ' if not loop.first -}}
    coalesce({{ regel }}.{{ kenmerk }} = {{ rij }}.{{ kenmerk }}, {{ regel }}.{{ kenmerk }} is null)
    {%- endfor %}
{%- endmacro %}
