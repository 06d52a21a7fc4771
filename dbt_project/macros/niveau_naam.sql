{#- CTE `niveau_naam`: what each number of the CTE `niveau` (int_publicatie_niveau) stands for. -#}
{% macro niveau_naam() -%}
niveau_naam as (
    select distinct
        niveau_nummer,
        gebied_code,
        zorgvorm_groep
    from niveau
)
{%- endmacro %}
