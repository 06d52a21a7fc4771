-- Grain: message, referentie_aanbieder. Every request that counts as sent (jw315, jw317), with the
-- first day on which its gemeente rejected or granted it.
with verzoek as (
    select * from {{ ref('stg_ijw__verzoek') }}
),

wijziging as (
    select * from {{ ref('stg_ijw__verzoek_wijziging') }}
),

geldig as (
    select * from {{ ref('int_bericht_geldig') }}
),

versie as (
    select * from {{ ref('int_toewijzing_versie') }}
),

antwoord as (
    select * from {{ ref('stg_ijw__antwoord') }}
),

soort_antwoord as (
    select * from {{ ref('verzoek_antwoord') }}
),

gevraagd as (
    select
        bericht_sleutel,
        client_sleutel,
        referentie_aanbieder
    from verzoek
    union
    select
        bericht_sleutel,
        client_sleutel,
        referentie_aanbieder
    from wijziging
),

besluit as (
    select
        antwoord.gemeente_code,
        antwoord.aanbieder_agb,
        antwoord.referentie_aanbieder,
        antwoord.dagtekening_datum
    from antwoord
    inner join geldig on antwoord.bericht_sleutel = geldig.bericht_sleutel
    inner join soort_antwoord
        on antwoord.verzoek_antwoord_code = soort_antwoord.verzoek_antwoord_code
    where soort_antwoord.is_afwijzing
    union all
    select
        gemeente_code,
        aanbieder_agb,
        referentie_aanbieder,
        dagtekening_datum
    from versie
    where referentie_aanbieder is not null
),

eerste_besluit as (
    select
        gemeente_code,
        aanbieder_agb,
        referentie_aanbieder,
        min(dagtekening_datum) as besluit_datum
    from besluit
    group by gemeente_code, aanbieder_agb, referentie_aanbieder
)

select
    geldig.bericht,
    geldig.bericht_sleutel,
    geldig.bericht_identificatie,
    geldig.gemeente_code,
    geldig.aanbieder_agb,
    geldig.dagtekening_datum,
    gevraagd.client_sleutel,
    gevraagd.referentie_aanbieder,
    eerste_besluit.besluit_datum
from gevraagd
inner join geldig on gevraagd.bericht_sleutel = geldig.bericht_sleutel
left join eerste_besluit
    on
        geldig.gemeente_code = eerste_besluit.gemeente_code
        and geldig.aanbieder_agb = eerste_besluit.aanbieder_agb
        and gevraagd.referentie_aanbieder = eerste_besluit.referentie_aanbieder
