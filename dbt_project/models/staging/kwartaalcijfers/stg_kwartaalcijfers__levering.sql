-- The same file may have been received twice: it counts once.
with bron as (
    select * from {{ source('kwartaalcijfers', 'levering') }}
)

select distinct
    bestand_sleutel,
    ontvangst_datum,
    aanbieder_agb,
    kwartaal,
    opgave_datum,
    is_nul_opgave
from bron
