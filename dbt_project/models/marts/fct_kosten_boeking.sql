-- Grain: gemeente_code, aanbieder_agb, zorgvorm, bekostiging, kosten_soort, zorgmaand,
-- declaratiemaand, boekingsmaand (empty for what has no answer yet). One cost, three calendars.
with regel as (
    select * from {{ ref('fct_declaratieregel') }}
),

contract as (
    select * from {{ ref('int_kosten_contract') }}
),

soort as (
    select * from {{ ref('int_kosten_soort') }}
),

declaratie_status as (
    select * from {{ ref('declaratie_status') }}
),

gedeclareerd as (
    select
        regel.gemeente_code,
        regel.aanbieder_agb,
        regel.zorgvorm,
        regel.niveau,
        regel.bekostiging,
        regel.zorgmaand,
        {{ eerste_van_maand('regel.dagtekening_datum') }} as declaratiemaand,
        case
            when regel.status = 'toegekend'
                then {{ eerste_van_maand('regel.antwoord_datum') }}
        end as boekingsmaand,
        true as is_gedeclareerd,
        regel.ingediend_eurocent as kosten_eurocent,
        regel.bekend_sinds
    from regel
    inner join declaratie_status on regel.status = declaratie_status.status
    where declaratie_status.telt_als_kosten
),

zonder_declaratie as (
    select
        gemeente_code,
        aanbieder_agb,
        zorgvorm,
        niveau,
        bekostiging,
        zorgmaand,
        zorgmaand as declaratiemaand,
        zorgmaand as boekingsmaand,
        false as is_gedeclareerd,
        kosten_eurocent,
        bekend_sinds
    from contract
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
    alles.bekostiging,
    soort.kosten_soort,
    alles.zorgmaand,
    alles.declaratiemaand,
    alles.boekingsmaand,
    alles.is_gedeclareerd,
    cast(sum(alles.kosten_eurocent) as bigint) as kosten_eurocent,
    max(alles.bekend_sinds) as bekend_sinds
from alles
left join soort
    on
        alles.bekostiging = soort.bekostiging
        and alles.zorgvorm = soort.zorgvorm
        and alles.niveau = soort.niveau
        and alles.zorgmaand = soort.zorgmaand
group by
    alles.gemeente_code,
    alles.aanbieder_agb,
    alles.zorgvorm,
    alles.bekostiging,
    soort.kosten_soort,
    alles.zorgmaand,
    alles.declaratiemaand,
    alles.boekingsmaand,
    alles.is_gedeclareerd
