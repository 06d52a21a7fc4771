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

termijn as (
    select *
    from {{ ref('leveringstermijn') }}
    where laat_na_maanden is not null
),

declaratiemaand as (
    select
        aanbieder_agb,
        gemeente_code,
        declaratie_nummer,
        max({{ eerste_van_maand('declaratie_periode_begin_datum') }}) as declaratiemaand
    from declaratie
    group by aanbieder_agb, gemeente_code, declaratie_nummer
),

eerder_gedeclareerd as (
    select
        gemeente_code,
        toewijzing_nummer,
        zorgmaand,
        min(dagtekening_datum) as eerste_dagtekening_datum
    from alle_regel
    group by gemeente_code, toewijzing_nummer, zorgmaand
)

select
    'W020' as regel_code,
    'jw323' as bericht,
    regel.aanbieder_agb,
    regel.gemeente_code,
    'gemeente ' || regel.gemeente_code
    || ', declaratie ' || regel.declaratie_nummer
    || ', zorgmaand ' || left(cast(regel.zorgmaand as varchar), 7) as plaats,
    min(regel.dagtekening_datum) as eerste_gezien
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
        and regel.dagtekening_datum = eerder_gedeclareerd.eerste_dagtekening_datum
inner join termijn
    on
        termijn.levering_bron = 'ijw'
        and {{ geldt_op('regel.zorgmaand', 'termijn') }}
        and declaratiemaand.declaratiemaand
        > {{ tel_maanden_op('regel.zorgmaand', 'termijn.laat_na_maanden') }}
group by regel.aanbieder_agb, regel.gemeente_code, regel.declaratie_nummer, regel.zorgmaand
