-- Grain: line of the answer that counts for a claim, laid beside the lines of that claim. The lines
-- that the checks on answers look at.
with antwoord as (
    select * from {{ ref('int_declaratie_antwoord') }}
),

antwoord_regel as (
    select * from {{ ref('stg_ijw__prestatie_antwoord') }}
),

regel as (
    select * from {{ ref('int_declaratieregel_status') }}
),

naast_elkaar as (
    select
        antwoord.aanbieder_agb,
        antwoord.gemeente_code,
        antwoord.antwoord_datum,
        antwoord_regel.bericht_sleutel,
        antwoord_regel.regel_volgnummer,
        antwoord_regel.referentie_nummer,
        regel.declaratie_nummer,
        antwoord_regel.client_sleutel = regel.client_sleutel as is_client_gelijk,
        antwoord_regel.referentie_nummer = regel.referentie_nummer as is_referentie_gelijk,
        (
            antwoord_regel.vorig_referentie_nummer,
            antwoord_regel.toewijzing_nummer,
            antwoord_regel.product_categorie_code,
            antwoord_regel.product_code,
            antwoord_regel.product_periode_begin_datum,
            antwoord_regel.product_periode_eind_datum,
            antwoord_regel.geleverd_volume,
            antwoord_regel.eenheid_code,
            antwoord_regel.product_tarief_eurocent,
            antwoord_regel.ingediend_eurocent,
            antwoord_regel.debet_credit_code
        ) = (
            regel.vorig_referentie_nummer,
            regel.toewijzing_nummer,
            regel.product_categorie_code,
            regel.product_code,
            regel.product_periode_begin_datum,
            regel.product_periode_eind_datum,
            regel.geleverd_volume,
            regel.eenheid_code,
            regel.product_tarief_eurocent,
            regel.ingediend_eurocent,
            regel.debet_credit_code
        ) as is_inhoud_gelijk
    from antwoord_regel
    inner join antwoord
        on antwoord_regel.bericht_sleutel = antwoord.antwoord_bericht_sleutel
    inner join regel
        on
            antwoord.gemeente_code = regel.gemeente_code
            and antwoord.aanbieder_agb = regel.aanbieder_agb
            and antwoord.declaratie_identificatie = regel.bericht_identificatie
            and antwoord.declaratie_dagtekening_datum = regel.dagtekening_datum
)

select
    aanbieder_agb,
    gemeente_code,
    antwoord_datum as dagtekening_datum,
    'antwoord op declaratie ' || declaratie_nummer
    || ', regel ' || referentie_nummer as plaats,
    bool_or(is_client_gelijk) as is_client_bekend,
    bool_or(is_referentie_gelijk) as is_regel_bekend,
    bool_or(is_client_gelijk and is_referentie_gelijk and is_inhoud_gelijk) as is_gelijk
from naast_elkaar
group by
    aanbieder_agb,
    gemeente_code,
    antwoord_datum,
    bericht_sleutel,
    regel_volgnummer,
    referentie_nummer,
    declaratie_nummer
