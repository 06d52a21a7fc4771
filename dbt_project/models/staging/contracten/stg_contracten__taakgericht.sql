-- The same file may have been received twice: it counts once.
with bron as (
    select * from {{ source('contracten', 'taakgericht') }}
)

select distinct
    bestand_sleutel,
    rij_nummer,
    ontvangst_datum,
    opgave_datum,
    contract_nummer,
    aanbieder_agb,
    zorgvorm,
    ingang_datum,
    eind_datum,
    bedrag_eurocent
from bron
