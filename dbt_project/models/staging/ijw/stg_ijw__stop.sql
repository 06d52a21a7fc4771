-- The same message may lie in two files: it counts once.
with bron as (
    select * from {{ source('ijw', 'stop') }}
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
    toewijzing_nummer,
    product_categorie_code,
    product_code,
    toewijzing_ingang_datum,
    begin_datum,
    reden_beeindiging_code,
    eind_datum,
    status_aanlevering_code
from bron
