-- Grain: contract_nummer (empty without one), gemeente_code, aanbieder_agb, zorgvorm, bekostiging,
-- zorgmaand. Cost that nobody declares: lump sums by their key, and the year amounts of a gemeente.
with taakgericht as (
    select * from {{ ref('int_taakgericht_maand') }}
),

overig as (
    select * from {{ ref('int_overige_kosten_maand') }}
),

schaalniveau as (
    select * from {{ ref('schaalniveau') }}
),

alles as (
    select
        contract_nummer,
        gemeente_code,
        aanbieder_agb,
        zorgvorm,
        'taakgericht' as bekostiging,
        zorgmaand,
        kosten_eurocent,
        aandeel_miljoenste,
        bekend_sinds
    from taakgericht
    union all
    select
        null as contract_nummer,
        gemeente_code,
        '00000000' as aanbieder_agb,
        zorgvorm,
        soort as bekostiging,
        zorgmaand,
        kosten_eurocent,
        null as aandeel_miljoenste,
        bekend_sinds
    from overig
)

select
    alles.contract_nummer,
    alles.gemeente_code,
    alles.aanbieder_agb,
    alles.zorgvorm,
    coalesce(schaalniveau.niveau, 'onbekend') as niveau,
    alles.bekostiging,
    alles.zorgmaand,
    alles.kosten_eurocent,
    alles.aandeel_miljoenste,
    alles.bekend_sinds
from alles
left join schaalniveau
    on
        alles.zorgvorm = schaalniveau.zorgvorm
        and {{ geldt_op('alles.zorgmaand', 'schaalniveau') }}
