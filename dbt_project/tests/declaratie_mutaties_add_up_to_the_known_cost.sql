-- Per gemeente, aanbieder, zorgvorm and care month: the changes up to now are the cost of now.
with mutatie as (
    select * from {{ ref('int_declaratie_mutatie') }}
),

kosten as (
    select * from {{ ref('fct_kosten') }}
),

volgens_mutatie as (
    select
        gemeente_code,
        aanbieder_agb,
        zorgvorm,
        zorgmaand,
        sum(eurocent) as eurocent
    from mutatie
    group by gemeente_code, aanbieder_agb, zorgvorm, zorgmaand
),

volgens_kosten as (
    select
        gemeente_code,
        aanbieder_agb,
        zorgvorm,
        zorgmaand,
        sum(toegekend_eurocent + in_behandeling_eurocent) as eurocent
    from kosten
    where verwijzer_groep <> 'nvt'
    group by gemeente_code, aanbieder_agb, zorgvorm, zorgmaand
)

select
    volgens_kosten.gemeente_code,
    volgens_kosten.zorgmaand,
    volgens_mutatie.eurocent as volgens_mutatie_eurocent,
    volgens_kosten.eurocent as volgens_kosten_eurocent
from volgens_kosten
full outer join volgens_mutatie
    on
        volgens_kosten.gemeente_code = volgens_mutatie.gemeente_code
        and volgens_kosten.aanbieder_agb = volgens_mutatie.aanbieder_agb
        and volgens_kosten.zorgvorm = volgens_mutatie.zorgvorm
        and volgens_kosten.zorgmaand = volgens_mutatie.zorgmaand
where volgens_mutatie.eurocent is distinct from volgens_kosten.eurocent
