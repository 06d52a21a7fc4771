-- The same message may lie in two files: it counts once.
with bron as (
    select * from {{ source('ijw', 'verzoek') }}
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
    referentie_aanbieder,
    product_categorie_code,
    product_code,
    beschikking_ingang_datum,
    toewijzing_ingang_datum,
    toewijzing_eind_datum,
    omvang_volume,
    omvang_eenheid_code,
    omvang_frequentie_code,
    budget_eurocent,
    verwijzer_type_code
from bron
