-- Grain: toewijzing, reference that should not be in it (TR379): no request of this aanbieder for
-- this jeugdige bears it, or an earlier message already granted the request (IV097). A request for
-- change is granted on every number (IV093), one for a toewijzing on one number that stands.
with versie as (
    select *
    from {{ ref('int_toewijzing_versie') }}
    where referentie_aanbieder is not null
),

houder as (
    select * from {{ ref('int_bevinding_toewijzing_houder') }}
),

aanvraag as (
    select * from {{ ref('int_bevinding_aanvraag') }}
),

vermelding as (
    select distinct
        versie.gemeente_code,
        versie.aanbieder_agb,
        versie.client_sleutel,
        versie.toewijzing_nummer,
        versie.referentie_aanbieder,
        versie.dagtekening_datum
    from versie
    inner join houder
        on
            versie.gemeente_code = houder.gemeente_code
            and versie.toewijzing_nummer = houder.toewijzing_nummer
            and versie.aanbieder_agb = houder.aanbieder_agb
            and versie.client_sleutel = houder.client_sleutel
    where not houder.is_verwijderd
),

eerste_aanvraag as (
    select
        gemeente_code,
        aanbieder_agb,
        client_sleutel,
        referentie_aanbieder,
        min(dagtekening_datum) as dagtekening_datum,
        bool_or(bericht = 'jw317') as is_wijziging
    from aanvraag
    group by gemeente_code, aanbieder_agb, client_sleutel, referentie_aanbieder
),

beoordeeld as (
    select
        vermelding.*,
        coalesce(vermelding.dagtekening_datum >= eerste_aanvraag.dagtekening_datum, false)
            as is_aangevraagd,
        row_number() over (
            partition by
                vermelding.gemeente_code,
                vermelding.aanbieder_agb,
                vermelding.client_sleutel,
                vermelding.referentie_aanbieder,
                case when eerste_aanvraag.is_wijziging then vermelding.toewijzing_nummer end
            order by vermelding.dagtekening_datum asc, vermelding.toewijzing_nummer asc
        ) as volgnummer
    from vermelding
    left join eerste_aanvraag
        on
            vermelding.gemeente_code = eerste_aanvraag.gemeente_code
            and vermelding.aanbieder_agb = eerste_aanvraag.aanbieder_agb
            and vermelding.client_sleutel = eerste_aanvraag.client_sleutel
            and vermelding.referentie_aanbieder = eerste_aanvraag.referentie_aanbieder
)

select
    'TR379' as regel_code,
    'jw301' as bericht,
    aanbieder_agb,
    gemeente_code,
    'gemeente ' || gemeente_code || ', toewijzing ' || toewijzing_nummer
    || ', verzoek ' || referentie_aanbieder as plaats,
    min(dagtekening_datum) as eerste_gezien
from beoordeeld
where volgnummer > 1 or not is_aangevraagd
group by aanbieder_agb, gemeente_code, toewijzing_nummer, referentie_aanbieder
