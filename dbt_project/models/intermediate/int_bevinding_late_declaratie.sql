-- Grain: declaratie, zorgmaand declared for the first time more months later than the seed
-- leveringstermijn allows (W020). A correction of an earlier line is not late.
with regel as (
    select * from {{ ref('int_bevinding_regel') }}
),

alle_regel as (
    select * from {{ ref('int_declaratieregel') }}
),

declaratie as (
    select * from {{ ref('stg_ijw__declaratie') }}
),

geldig as (
    select * from {{ ref('int_bericht_geldig') }}
),

termijn as (
    select *
    from {{ ref('leveringstermijn') }}
    where laat_na_maanden is not null
),

declaratiemaand as (
    select
        declaratie.aanbieder_agb,
        declaratie.gemeente_code,
        declaratie.declaratie_nummer,
        max({{ eerste_van_maand('declaratie.declaratie_periode_begin_datum') }}) as declaratiemaand
    from declaratie
    inner join geldig on declaratie.bericht_sleutel = geldig.bericht_sleutel
    group by declaratie.aanbieder_agb, declaratie.gemeente_code, declaratie.declaratie_nummer
),

eerder_gedeclareerd as (
    select
        gemeente_code,
        toewijzing_nummer,
        zorgmaand,
        min(dagtekening_datum) as eerste_dagtekening_datum
    from alle_regel
    group by gemeente_code, toewijzing_nummer, zorgmaand
),

beoordeeld as (
    select
        regel.aanbieder_agb,
        regel.gemeente_code,
        regel.declaratie_nummer,
        regel.zorgmaand,
        regel.dagtekening_datum,
        regel.dagtekening_datum = eerder_gedeclareerd.eerste_dagtekening_datum as is_eerste,
        declaratiemaand.declaratiemaand
        > {{ tel_maanden_op('regel.zorgmaand', 'termijn.laat_na_maanden') }} as is_laat
    from regel
    inner join declaratiemaand
        on
            regel.aanbieder_agb = declaratiemaand.aanbieder_agb
            and regel.gemeente_code = declaratiemaand.gemeente_code
            and regel.declaratie_nummer = declaratiemaand.declaratie_nummer
    inner join eerder_gedeclareerd
        on
            regel.gemeente_code = eerder_gedeclareerd.gemeente_code
            and regel.toewijzing_nummer = eerder_gedeclareerd.toewijzing_nummer
            and regel.zorgmaand = eerder_gedeclareerd.zorgmaand
    inner join termijn
        on
            termijn.levering_bron = 'ijw'
            and {{ geldt_op('regel.zorgmaand', 'termijn') }}
)

select
    'W020' as regel_code,
    'jw323' as bericht,
    aanbieder_agb,
    gemeente_code,
    'gemeente ' || gemeente_code
    || ', declaratie ' || declaratie_nummer
    || ', zorgmaand ' || left(cast(zorgmaand as varchar), 7) as plaats,
    min(dagtekening_datum) as eerste_gezien
from beoordeeld
where is_eerste and is_laat
group by aanbieder_agb, gemeente_code, declaratie_nummer, zorgmaand
