-- Grain: toewijzing, reference that should not be in it (TR379): no request of this aanbieder for
-- this jeugdige bears it, or an earlier message already granted the request on this number (IV097).
with versie as (
    select *
    from {{ ref('int_toewijzing_versie') }}
    where referentie_aanbieder is not null
),

aanvraag as (
    select * from {{ ref('int_bevinding_aanvraag') }}
),

vermelding as (
    select
        gemeente_code,
        aanbieder_agb,
        client_sleutel,
        toewijzing_nummer,
        referentie_aanbieder,
        dagtekening_datum,
        row_number() over (
            partition by gemeente_code, toewijzing_nummer, referentie_aanbieder
            order by dagtekening_datum asc
        ) as volgnummer
    from versie
    group by
        gemeente_code,
        aanbieder_agb,
        client_sleutel,
        toewijzing_nummer,
        referentie_aanbieder,
        dagtekening_datum
),

eerste_aanvraag as (
    select
        gemeente_code,
        aanbieder_agb,
        client_sleutel,
        referentie_aanbieder,
        min(dagtekening_datum) as dagtekening_datum
    from aanvraag
    group by gemeente_code, aanbieder_agb, client_sleutel, referentie_aanbieder
),

beoordeeld as (
    select
        vermelding.*,
        coalesce(vermelding.dagtekening_datum >= eerste_aanvraag.dagtekening_datum, false)
            as is_aangevraagd
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
