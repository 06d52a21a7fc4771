-- Grain: bericht_sleutel, regel_volgnummer: every line sent, with what became of it (regels 7.4).
-- rangnummer 1 is the line that counts when a reference was sent more than once.
with prestatie as (
    select * from {{ ref('stg_ijw__prestatie') }}
),

geldig as (
    select * from {{ ref('int_bericht_geldig') }}
),

antwoord as (
    select * from {{ ref('int_declaratie_antwoord') }}
),

prestatie_antwoord as (
    select * from {{ ref('stg_ijw__prestatie_antwoord') }}
),

declaratie_status as (
    select * from {{ ref('declaratie_status') }}
),

-- a reference is to be used once, and nearly always is
herhaalde_referentie as (
    select
        aanbieder_agb,
        referentie_nummer
    from prestatie
    group by aanbieder_agb, referentie_nummer
    having count(*) > 1
),

geweigerde_regel as (
    select
        bericht_sleutel,
        referentie_nummer,
        min(retour_codes) as retour_codes
    from prestatie_antwoord
    group by bericht_sleutel, referentie_nummer
),

met_status as (
    select
        prestatie.bericht_sleutel,
        prestatie.regel_volgnummer,
        prestatie.gemeente_code,
        prestatie.aanbieder_agb,
        prestatie.bericht_identificatie,
        prestatie.dagtekening_datum,
        prestatie.declaratie_nummer,
        prestatie.client_sleutel,
        prestatie.referentie_nummer,
        prestatie.vorig_referentie_nummer,
        prestatie.toewijzing_nummer,
        prestatie.product_categorie_code,
        prestatie.product_code,
        prestatie.product_periode_begin_datum,
        prestatie.product_periode_eind_datum,
        prestatie.geleverd_volume,
        prestatie.eenheid_code,
        prestatie.product_tarief_eurocent,
        prestatie.ingediend_eurocent,
        prestatie.debet_credit_code,
        antwoord.antwoord_datum,
        case
            when antwoord.is_header_afgekeurd then antwoord.header_retour_codes
            when antwoord.is_declaratie_afgekeurd then antwoord.declaratie_retour_codes
            else geweigerde_regel.retour_codes
        end as retour_codes,
        case
            when antwoord.antwoord_bericht_sleutel is null then 'in_behandeling'
            when antwoord.is_header_afgekeurd then 'afgekeurd'
            -- an answer that neither refuses nor answers the claim decides nothing
            when not antwoord.heeft_declaratie_antwoord then 'in_behandeling'
            when antwoord.is_declaratie_afgekeurd then 'afgekeurd'
            when geweigerde_regel.referentie_nummer is not null then 'afgekeurd'
            else 'toegekend'
        end as status
    from prestatie
    inner join geldig
        on prestatie.bericht_sleutel = geldig.bericht_sleutel
    left join antwoord
        on
            prestatie.gemeente_code = antwoord.gemeente_code
            and prestatie.aanbieder_agb = antwoord.aanbieder_agb
            and prestatie.bericht_identificatie = antwoord.declaratie_identificatie
            and prestatie.dagtekening_datum = antwoord.declaratie_dagtekening_datum
    left join geweigerde_regel
        on
            antwoord.antwoord_bericht_sleutel = geweigerde_regel.bericht_sleutel
            and prestatie.referentie_nummer = geweigerde_regel.referentie_nummer
),

gerangschikt as (
    select
        met_status.bericht_sleutel,
        met_status.regel_volgnummer,
        row_number() over (
            partition by met_status.aanbieder_agb, met_status.referentie_nummer
            order by
                declaratie_status.volgorde asc,
                met_status.dagtekening_datum asc,
                met_status.bericht_identificatie asc,
                met_status.gemeente_code asc,
                met_status.regel_volgnummer asc
        ) as rangnummer
    from met_status
    inner join herhaalde_referentie
        on
            met_status.aanbieder_agb = herhaalde_referentie.aanbieder_agb
            and met_status.referentie_nummer = herhaalde_referentie.referentie_nummer
    inner join declaratie_status
        on met_status.status = declaratie_status.status
)

select
    met_status.bericht_sleutel,
    met_status.regel_volgnummer,
    met_status.gemeente_code,
    met_status.aanbieder_agb,
    met_status.bericht_identificatie,
    met_status.dagtekening_datum,
    met_status.declaratie_nummer,
    met_status.client_sleutel,
    met_status.referentie_nummer,
    met_status.vorig_referentie_nummer,
    met_status.toewijzing_nummer,
    met_status.product_categorie_code,
    met_status.product_code,
    met_status.product_periode_begin_datum,
    met_status.product_periode_eind_datum,
    met_status.geleverd_volume,
    met_status.eenheid_code,
    met_status.product_tarief_eurocent,
    met_status.ingediend_eurocent,
    met_status.debet_credit_code,
    met_status.antwoord_datum,
    met_status.retour_codes,
    met_status.status,
    coalesce(gerangschikt.rangnummer, 1) as rangnummer
from met_status
left join gerangschikt
    on
        met_status.bericht_sleutel = gerangschikt.bericht_sleutel
        and met_status.regel_volgnummer = gerangschikt.regel_volgnummer
