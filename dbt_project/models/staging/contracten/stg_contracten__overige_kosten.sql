-- The same file may have been received twice: it counts once.
with bron as (
    select * from {{ source('contracten', 'overige_kosten') }}
)

select distinct
    bestand_sleutel,
    rij_nummer,
    ontvangst_datum,
    opgave_datum,
    soort,
    zorgvorm,
    gemeente_code,
    jaar,
    bedrag_eurocent
from bron
