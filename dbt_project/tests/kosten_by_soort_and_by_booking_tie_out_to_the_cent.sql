-- Per gemeente, aanbieder, zorgvorm, soort and care month, so that two errors cannot cancel out.
with kosten as (
    select * from {{ ref('fct_kosten') }}
),

boeking as (
    select * from {{ ref('fct_kosten_boeking') }}
),

soort as (
    select * from {{ ref('kosten_soort') }}
),

volgens_kosten as (
    select
        kosten.gemeente_code,
        kosten.aanbieder_agb,
        kosten.zorgvorm,
        soort.kosten_soort,
        kosten.zorgmaand,
        sum(kosten.kosten_eurocent) as kosten_eurocent,
        sum(kosten.in_behandeling_eurocent) as niet_geboekt_eurocent
    from kosten
    left join soort on kosten.kosten_soort = soort.kosten_soort
    group by
        kosten.gemeente_code,
        kosten.aanbieder_agb,
        kosten.zorgvorm,
        soort.kosten_soort,
        kosten.zorgmaand
),

volgens_boeking as (
    select
        gemeente_code,
        aanbieder_agb,
        zorgvorm,
        kosten_soort,
        zorgmaand,
        sum(kosten_eurocent) as kosten_eurocent,
        coalesce(sum(kosten_eurocent) filter (where boekingsmaand is null), 0)
            as niet_geboekt_eurocent
    from boeking
    group by gemeente_code, aanbieder_agb, zorgvorm, kosten_soort, zorgmaand
)

select
    coalesce(volgens_kosten.gemeente_code, volgens_boeking.gemeente_code) as gemeente_code,
    coalesce(volgens_kosten.zorgmaand, volgens_boeking.zorgmaand) as zorgmaand,
    volgens_kosten.kosten_eurocent as volgens_kosten_eurocent,
    volgens_boeking.kosten_eurocent as volgens_boeking_eurocent
from volgens_kosten
full outer join volgens_boeking
    on
        volgens_kosten.gemeente_code = volgens_boeking.gemeente_code
        and volgens_kosten.aanbieder_agb = volgens_boeking.aanbieder_agb
        and volgens_kosten.zorgvorm = volgens_boeking.zorgvorm
        and volgens_kosten.kosten_soort = volgens_boeking.kosten_soort
        and volgens_kosten.zorgmaand = volgens_boeking.zorgmaand
where
    coalesce(volgens_kosten.kosten_eurocent, 0) != coalesce(volgens_boeking.kosten_eurocent, 0)
    or coalesce(volgens_kosten.niet_geboekt_eurocent, 0)
    != coalesce(volgens_boeking.niet_geboekt_eurocent, 0)
