{#- Part `nummer` of an integer amount in `aantal` parts; the parts add up to the amount. -#}
{% macro deel_naar_rato(bedrag, nummer, aantal) -%}
    (
        ({{ bedrag }} * ({{ nummer }})) // ({{ aantal }})
        - ({{ bedrag }} * (({{ nummer }}) - 1)) // ({{ aantal }})
    )
{%- endmacro %}
