{#- True when one of the counts lies between nought and the threshold of suppression. -#}
{% macro is_klein(tellingen) -%}
{%- set hoogste = var('onderdrukking_drempel', 10) | int - 1 -%}
{%- for telling in tellingen -%}
    coalesce({{ telling }}, 0) between 1 and {{ hoogste }}
    {%- if not loop.last %} or {% endif -%}
{%- endfor -%}
{%- endmacro %}
