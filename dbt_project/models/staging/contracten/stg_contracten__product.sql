-- The same file may have been received twice: it counts once.
with bron as (
    select * from {{ source('contracten', 'product') }}
)

select distinct
    bestand_sleutel,
    rij_nummer,
    ontvangst_datum,
    opgave_datum,
    aanbieder_agb,
    product_categorie_code,
    product_code,
    uitvoeringsvariant,
    eenheid_code,
    tarief_eurocent,
    ingang_datum,
    eind_datum
from bron
