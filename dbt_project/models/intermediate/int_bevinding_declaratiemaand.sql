-- Grain: aanbieder, gemeente, month with running care that was not declared while a later month
-- was (TR318).
with volledigheid as (
    select * from {{ ref('int_volledigheid_ijw') }}
),

declaratie as (
    select * from {{ ref('stg_ijw__declaratie') }}
),

geldig as (
    select * from {{ ref('int_bericht_geldig') }}
),

gedeclareerd as (
    select
        declaratie.aanbieder_agb,
        declaratie.gemeente_code,
        {{ eerste_van_maand('declaratie.declaratie_periode_begin_datum') }} as declaratiemaand,
        min(declaratie.dagtekening_datum) as dagtekening_datum
    from declaratie
    inner join geldig on declaratie.bericht_sleutel = geldig.bericht_sleutel
    group by
        declaratie.aanbieder_agb,
        declaratie.gemeente_code,
        {{ eerste_van_maand('declaratie.declaratie_periode_begin_datum') }}
),

niet_gedeclareerd as (
    select
        volledigheid.aanbieder_agb,
        volledigheid.gemeente_code,
        volledigheid.zorgmaand
    from volledigheid
    left join gedeclareerd
        on
            volledigheid.aanbieder_agb = gedeclareerd.aanbieder_agb
            and volledigheid.gemeente_code = gedeclareerd.gemeente_code
            and volledigheid.zorgmaand = gedeclareerd.declaratiemaand
    where gedeclareerd.aanbieder_agb is null
)

select
    'TR318' as regel_code,
    'jw323' as bericht,
    niet_gedeclareerd.aanbieder_agb,
    niet_gedeclareerd.gemeente_code,
    'gemeente ' || niet_gedeclareerd.gemeente_code
    || ', maand ' || left(cast(niet_gedeclareerd.zorgmaand as varchar), 7) as plaats,
    min(gedeclareerd.dagtekening_datum) as eerste_gezien
from niet_gedeclareerd
inner join gedeclareerd
    on
        niet_gedeclareerd.aanbieder_agb = gedeclareerd.aanbieder_agb
        and niet_gedeclareerd.gemeente_code = gedeclareerd.gemeente_code
        and niet_gedeclareerd.zorgmaand < gedeclareerd.declaratiemaand
group by
    niet_gedeclareerd.aanbieder_agb,
    niet_gedeclareerd.gemeente_code,
    niet_gedeclareerd.zorgmaand
