-- The same message may lie in two files: it counts once.
with bron as (
    select * from {{ source('ijw', 'toewijzing') }}
)

select distinct
    bericht_sleutel,
    regel_volgnummer,
    gemeente_code,
    aanbieder_agb,
    bericht_identificatie,
    dagtekening_datum,
    client_sleutel,
    geboortemaand,
    geslacht_code,
    juridische_status_code,
    toewijzing_nummer,
    referentie_aanbieder,
    product_categorie_code,
    product_code,
    toewijzing_datum,
    toewijzing_tijd,
    ingang_datum,
    eind_datum,
    reden_wijziging_code,
    omvang_volume,
    omvang_eenheid_code,
    omvang_frequentie_code,
    budget_eurocent
from bron
