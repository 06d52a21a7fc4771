-- Grain: deleted toewijzing with lines that the gemeente had granted before and that were never
-- credited (TR385).
with toewijzing as (
    select *
    from {{ ref('int_toewijzing_laatste_versie') }}
    where is_verwijderd
),

regel as (
    select * from {{ ref('int_declaratieregel') }}
),

beoordeeld as (
    select
        toewijzing.aanbieder_agb,
        toewijzing.gemeente_code,
        toewijzing.toewijzing_nummer,
        toewijzing.bekend_sinds,
        regel.status = 'toegekend'
        and regel.vorig_referentie_nummer is null
        and not regel.is_gecrediteerd
        and regel.dagtekening_datum <= toewijzing.bekend_sinds as staat_open
    from toewijzing
    inner join regel
        on
            toewijzing.gemeente_code = regel.gemeente_code
            and toewijzing.toewijzing_nummer = regel.toewijzing_nummer
)

select
    'TR385' as regel_code,
    'jw301' as bericht,
    aanbieder_agb,
    gemeente_code,
    'gemeente ' || gemeente_code || ', toewijzing ' || toewijzing_nummer as plaats,
    min(bekend_sinds) as eerste_gezien
from beoordeeld
where staat_open
group by aanbieder_agb, gemeente_code, toewijzing_nummer
