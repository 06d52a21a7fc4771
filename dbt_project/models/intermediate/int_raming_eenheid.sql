-- Grain: gemeente_code, aanbieder_agb, zorgvorm, product: the unit of the estimate, for the
-- gemeenten of the region. The numbers count from 0, per group of units that the estimate takes
-- together.
with mutatie as (
    select * from {{ ref('int_declaratie_mutatie') }}
),

gemeente as (
    select * from {{ ref('dim_gemeente') }}
),

per_dag as (
    select * from {{ ref('eenheid_per_dag') }}
),

eenheid as (
    select
        mutatie.gemeente_code,
        mutatie.aanbieder_agb,
        mutatie.zorgvorm,
        coalesce(mutatie.product_categorie, '') as product_categorie,
        coalesce(mutatie.product_code, '') as product_code,
        bool_or(per_dag.eenheid_code is not null) as is_per_dag
    from mutatie
    inner join gemeente
        on mutatie.gemeente_code = gemeente.gemeente_code and gemeente.is_regiogemeente
    left join per_dag
        on
            mutatie.eenheid = per_dag.eenheid_code
            and {{ geldt_op('mutatie.zorgmaand', 'per_dag') }}
    group by
        mutatie.gemeente_code,
        mutatie.aanbieder_agb,
        mutatie.zorgvorm,
        coalesce(mutatie.product_categorie, ''),
        coalesce(mutatie.product_code, '')
)

select
    gemeente_code,
    aanbieder_agb,
    zorgvorm,
    product_categorie,
    product_code,
    is_per_dag,
    dense_rank() over (
        order by gemeente_code, aanbieder_agb, zorgvorm, product_categorie, product_code
    ) - 1 as eenheid_nummer,
    dense_rank() over (order by gemeente_code, aanbieder_agb, zorgvorm) - 1 as zorg_nummer,
    dense_rank() over (order by gemeente_code, aanbieder_agb) - 1 as partij_nummer,
    dense_rank() over (
        order by aanbieder_agb, zorgvorm, product_categorie, product_code
    ) - 1 as levering_nummer,
    dense_rank() over (order by zorgvorm, product_categorie, product_code) - 1 as product_nummer,
    dense_rank() over (order by gemeente_code, zorgvorm) - 1 as cel_nummer,
    dense_rank() over (order by zorgvorm) - 1 as zorgvorm_nummer
from eenheid
