-- The same file may have been received twice: it counts once.
with bron as (
    select * from {{ source('referentie', 'benchmark') }}
)

select distinct
    bestand_sleutel,
    rij_nummer,
    ontvangst_datum,
    gemeente_code,
    gebied,
    periode,
    indicator,
    waarde,
    eenheid,
    herkomst
from bron
