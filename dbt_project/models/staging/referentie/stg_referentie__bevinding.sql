-- The same file may have been received twice: it counts once.
with bron as (
    select * from {{ source('referentie', 'bevinding') }}
)

select distinct
    bevinding_sleutel,
    bron,
    bestand_sleutel,
    bestandsnaam,
    bericht_sleutel,
    bericht,
    bericht_identificatie,
    aanbieder_agb,
    gemeente_code,
    regel_code,
    ernst,
    plaats,
    uitleg,
    aantal_rijen,
    ontvangst_datum
from bron
