-- Grain: gemeente_code, aanbieder_agb, zorgvorm, niveau, verwijzer_groep, bekostiging, zorgmaand.
-- Cost belongs to the care month, not to the month of the claim.
with regel as (
    select * from {{ ref('fct_declaratieregel') }}
),

taakgericht as (
    select * from {{ ref('int_taakgericht_maand') }}
),

overig as (
    select * from {{ ref('int_overige_kosten_maand') }}
),

schaalniveau as (
    select * from {{ ref('schaalniveau') }}
),

gedeclareerd as (
    select
        gemeente_code,
        aanbieder_agb,
        zorgvorm,
        niveau,
        verwijzer_groep,
        bekostiging,
        zorgmaand,
        sum(toegekend_eurocent) as toegekend_eurocent,
        coalesce(sum(ingediend_eurocent) filter (where status = 'in_behandeling'), 0)
            as in_behandeling_eurocent,
        coalesce(sum(ingediend_eurocent) filter (where status = 'afgekeurd'), 0)
            as afgekeurd_eurocent,
        0 as taakgericht_eurocent,
        -- Minutes and etmalen do not add up: a volume needs one unit.
        case
            when count(distinct eenheid) = 1
                then coalesce(sum(volume) filter (where status <> 'afgekeurd'), 0)
        end as volume,
        case when count(distinct eenheid) = 1 then min(eenheid) end as eenheid,
        max(bekend_sinds) as bekend_sinds
    from regel
    group by
        gemeente_code,
        aanbieder_agb,
        zorgvorm,
        niveau,
        verwijzer_groep,
        bekostiging,
        zorgmaand
),

contract as (
    select
        gemeente_code,
        aanbieder_agb,
        zorgvorm,
        'taakgericht' as bekostiging,
        zorgmaand,
        kosten_eurocent,
        bekend_sinds
    from taakgericht
    union all
    select
        gemeente_code,
        '00000000' as aanbieder_agb,
        zorgvorm,
        soort as bekostiging,
        zorgmaand,
        kosten_eurocent,
        bekend_sinds
    from overig
),

zonder_declaratie as (
    select
        contract.gemeente_code,
        contract.aanbieder_agb,
        contract.zorgvorm,
        coalesce(schaalniveau.niveau, 'onbekend') as niveau,
        'nvt' as verwijzer_groep,
        contract.bekostiging,
        contract.zorgmaand,
        0 as toegekend_eurocent,
        0 as in_behandeling_eurocent,
        0 as afgekeurd_eurocent,
        sum(contract.kosten_eurocent) as taakgericht_eurocent,
        null as volume,
        null as eenheid,
        max(contract.bekend_sinds) as bekend_sinds
    from contract
    left join schaalniveau
        on
            contract.zorgvorm = schaalniveau.zorgvorm
            and {{ geldt_op('contract.zorgmaand', 'schaalniveau') }}
    group by
        contract.gemeente_code,
        contract.aanbieder_agb,
        contract.zorgvorm,
        coalesce(schaalniveau.niveau, 'onbekend'),
        contract.bekostiging,
        contract.zorgmaand
),

alles as (
    select * from gedeclareerd
    union all
    select * from zonder_declaratie
)

select
    gemeente_code,
    aanbieder_agb,
    zorgvorm,
    niveau,
    verwijzer_groep,
    bekostiging,
    zorgmaand,
    cast(toegekend_eurocent as bigint) as toegekend_eurocent,
    cast(in_behandeling_eurocent as bigint) as in_behandeling_eurocent,
    cast(afgekeurd_eurocent as bigint) as afgekeurd_eurocent,
    cast(toegekend_eurocent + in_behandeling_eurocent + taakgericht_eurocent as bigint)
        as kosten_eurocent,
    cast(volume as bigint) as volume,
    cast(eenheid as varchar) as eenheid,
    bekend_sinds
from alles
