{#- The lake holds retour codes separated by a space: one row per code. Engine-specific. -#}
{% macro splits_codes(kolom) -%}
    unnest(string_split({{ kolom }}, ' '))
{%- endmacro %}
