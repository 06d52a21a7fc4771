-- Grain: gemeente_code, aanbieder_agb, zorgvorm, niveau, verwijzer_groep, bekostiging, zorgmaand.
-- Cost belongs to the care month, not to the month of the claim.
with regel as (
    select * from {{ ref('fct_declaratieregel') }}
),

contract as (
    select * from {{ ref('int_kosten_contract') }}
),

soort as (
    select * from {{ ref('int_kosten_soort') }}
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

zonder_declaratie as (
    select
        gemeente_code,
        aanbieder_agb,
        zorgvorm,
        niveau,
        'nvt' as verwijzer_groep,
        bekostiging,
        zorgmaand,
        0 as toegekend_eurocent,
        0 as in_behandeling_eurocent,
        0 as afgekeurd_eurocent,
        sum(kosten_eurocent) as taakgericht_eurocent,
        null as volume,
        null as eenheid,
        max(bekend_sinds) as bekend_sinds
    from contract
    group by
        gemeente_code,
        aanbieder_agb,
        zorgvorm,
        niveau,
        bekostiging,
        zorgmaand
),

alles as (
    select * from gedeclareerd
    union all
    select * from zonder_declaratie
)

select
    alles.gemeente_code,
    alles.aanbieder_agb,
    alles.zorgvorm,
    alles.niveau,
    alles.verwijzer_groep,
    alles.bekostiging,
    alles.zorgmaand,
    cast(alles.toegekend_eurocent as bigint) as toegekend_eurocent,
    cast(alles.in_behandeling_eurocent as bigint) as in_behandeling_eurocent,
    cast(alles.afgekeurd_eurocent as bigint) as afgekeurd_eurocent,
    cast(
        alles.toegekend_eurocent + alles.in_behandeling_eurocent + alles.taakgericht_eurocent
        as bigint
    ) as kosten_eurocent,
    cast(alles.volume as bigint) as volume,
    cast(alles.eenheid as varchar) as eenheid,
    soort.kosten_soort,
    soort.begroting_categorie,
    alles.bekend_sinds
from alles
left join soort
    on
        alles.bekostiging = soort.bekostiging
        and alles.zorgvorm = soort.zorgvorm
        and alles.niveau = soort.niveau
        and alles.zorgmaand = soort.zorgmaand
