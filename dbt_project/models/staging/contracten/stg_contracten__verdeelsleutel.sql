-- The same file may have been received twice: it counts once.
with bron as (
    select * from {{ source('contracten', 'verdeelsleutel') }}
)

select distinct
    bestand_sleutel,
    rij_nummer,
    ontvangst_datum,
    opgave_datum,
    contract_nummer,
    gemeente_code,
    ingang_datum,
    eind_datum,
    aandeel_miljoenste
from bron
