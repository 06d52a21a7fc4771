-- Grain: message, place. The youth is not known to the receiver (TR304): the gemeente never sent a
-- toewijzing for the youth of a claim line or a request for change, or the claim that is answered
-- did not name the youth of a refused line.
with regel as (
    select * from {{ ref('int_bevinding_regel') }}
),

toewijzing as (
    select * from {{ ref('int_toewijzing_versie') }}
),

wijziging as (
    select * from {{ ref('stg_ijw__verzoek_wijziging') }}
),

geldig as (
    select * from {{ ref('int_bericht_geldig') }}
),

antwoord_regel as (
    select * from {{ ref('int_bevinding_antwoord_regel') }}
),

bekende_client as (
    select distinct
        gemeente_code,
        client_sleutel
    from toewijzing
),

verzoek as (
    select
        wijziging.aanbieder_agb,
        wijziging.gemeente_code,
        wijziging.client_sleutel,
        wijziging.referentie_aanbieder,
        min(wijziging.dagtekening_datum) as dagtekening_datum
    from wijziging
    inner join geldig on wijziging.bericht_sleutel = geldig.bericht_sleutel
    group by
        wijziging.aanbieder_agb,
        wijziging.gemeente_code,
        wijziging.client_sleutel,
        wijziging.referentie_aanbieder
),

beoordeeld as (
    select
        'jw323' as bericht,
        aanbieder_agb,
        gemeente_code,
        plaats,
        dagtekening_datum,
        -- without its toewijzing the line is reported for that (TR338)
        is_client_bekend or not is_toewijzing_bekend as is_bekend
    from regel
    union all
    select
        'jw317' as bericht,
        verzoek.aanbieder_agb,
        verzoek.gemeente_code,
        'verzoek ' || verzoek.referentie_aanbieder as plaats,
        verzoek.dagtekening_datum,
        bekende_client.client_sleutel is not null as is_bekend
    from verzoek
    left join bekende_client
        on
            verzoek.gemeente_code = bekende_client.gemeente_code
            and verzoek.client_sleutel = bekende_client.client_sleutel
    union all
    select
        'jw325' as bericht,
        aanbieder_agb,
        gemeente_code,
        plaats,
        dagtekening_datum,
        is_client_bekend as is_bekend
    from antwoord_regel
)

select
    'TR304' as regel_code,
    bericht,
    aanbieder_agb,
    gemeente_code,
    plaats,
    min(dagtekening_datum) as eerste_gezien
from beoordeeld
where not is_bekend
group by bericht, aanbieder_agb, gemeente_code, plaats
