-- The same file may have been received twice: it counts once.
with bron as (
    select * from {{ source('referentie', 'maatschappelijk') }}
)

select distinct
    bestand_sleutel,
    rij_nummer,
    ontvangst_datum,
    gemeente_code,
    jaar,
    indicator_code,
    teller,
    noemer,
    percentage,
    eenheid,
    herkomst
from bron
