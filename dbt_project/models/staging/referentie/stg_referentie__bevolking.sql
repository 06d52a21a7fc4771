-- The same file may have been received twice: it counts once.
with bron as (
    select * from {{ source('referentie', 'bevolking') }}
)

select distinct
    bestand_sleutel,
    rij_nummer,
    ontvangst_datum,
    gemeente_code,
    jaar,
    leeftijd_van,
    leeftijd_tot,
    aantal,
    herkomst
from bron
