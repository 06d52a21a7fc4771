{#- True when one of the counts lies between nought and the threshold of suppression. -#}
{% macro is_klein(tellingen=[]) -%}
{%- set hoogste = var('onderdrukking_drempel', 10) | int - 1 -%}
{%- set voorwaarden = [] -%}
{%- for telling in tellingen -%}
    {%- do voorwaarden.append('coalesce(' ~ telling ~ ', 0) between 1 and ' ~ hoogste) -%}
{%- endfor -%}
{{ voorwaarden | join(' or ') }}
{%- endmacro %}
