-- The same message may lie in two files: it counts once.
with bron as (
    select * from {{ source('ijw', 'prestatie_antwoord') }}
)

select distinct
    bericht_sleutel,
    regel_volgnummer,
    gemeente_code,
    aanbieder_agb,
    bericht_identificatie,
    dagtekening_datum,
    declaratie_identificatie,
    declaratie_dagtekening_datum,
    client_sleutel,
    referentie_nummer,
    vorig_referentie_nummer,
    toewijzing_nummer,
    product_categorie_code,
    product_code,
    product_periode_begin_datum,
    product_periode_eind_datum,
    geleverd_volume,
    eenheid_code,
    product_tarief_eurocent,
    ingediend_eurocent,
    debet_credit_code,
    client_retour_codes,
    retour_codes
from bron
