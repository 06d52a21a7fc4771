-- Grain: rule, toewijzing. A number in use for two jeugdigen or aanbieders (TR332), or two
-- versions of one moment that differ (W005). A repeat may leave the reason of a change out, so
-- that is no difference.
with versie as (
    select * from {{ ref('int_toewijzing_versie') }}
),

dubbel_nummer as (
    select
        gemeente_code,
        toewijzing_nummer,
        min(aanbieder_agb) as aanbieder_agb,
        max(dagtekening_datum) as eerste_gezien
    from versie
    group by gemeente_code, toewijzing_nummer
    having count(distinct client_sleutel) > 1 or count(distinct aanbieder_agb) > 1
),

inhoud as (
    select distinct
        gemeente_code,
        toewijzing_nummer,
        toewijzing_datum,
        toewijzing_tijd,
        aanbieder_agb,
        product_categorie_code,
        product_code,
        ingang_datum,
        eind_datum,
        omvang_volume,
        omvang_eenheid_code,
        omvang_frequentie_code,
        budget_eurocent
    from versie
),

dubbel_moment as (
    select
        gemeente_code,
        toewijzing_nummer,
        toewijzing_datum,
        toewijzing_tijd,
        min(aanbieder_agb) as aanbieder_agb,
        max(toewijzing_datum) as eerste_gezien
    from inhoud
    group by gemeente_code, toewijzing_nummer, toewijzing_datum, toewijzing_tijd
    having count(*) > 1
)

select
    'TR332' as regel_code,
    'jw301' as bericht,
    aanbieder_agb,
    gemeente_code,
    'gemeente ' || gemeente_code || ', toewijzing ' || toewijzing_nummer as plaats,
    eerste_gezien
from dubbel_nummer
union all
select
    'W005' as regel_code,
    'jw301' as bericht,
    aanbieder_agb,
    gemeente_code,
    'gemeente ' || gemeente_code || ', toewijzing ' || toewijzing_nummer
    || ', besluit ' || toewijzing_datum || ' ' || toewijzing_tijd as plaats,
    eerste_gezien
from dubbel_moment
