-- The same message may lie in two files: it counts once.
with bron as (
    select * from {{ source('ijw', 'verzoek_wijziging') }}
)

select distinct
    bericht_sleutel,
    regel_volgnummer,
    gemeente_code,
    aanbieder_agb,
    bericht_identificatie,
    dagtekening_datum,
    client_sleutel,
    referentie_aanbieder,
    reden_verzoek_code,
    klasse,
    toewijzing_nummer,
    product_categorie_code,
    product_code,
    gewenste_ingang_datum,
    eind_datum,
    omvang_volume,
    omvang_eenheid_code,
    omvang_frequentie_code,
    budget_eurocent
from bron
