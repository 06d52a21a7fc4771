-- The same file may have been received twice: it counts once.
with bron as (
    select * from {{ source('circulaires', 'bestand') }}
)

select distinct
    bestand_sleutel,
    bron,
    ontvangstmaand,
    ontvangst_datum,
    bestandsnaam,
    aantal_bytes,
    status,
    aantal_berichten,
    aantal_rijen_aanvaard,
    aantal_rijen_geweigerd
from bron
