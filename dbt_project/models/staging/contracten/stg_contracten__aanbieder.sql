-- The same file may have been received twice: it counts once.
with bron as (
    select * from {{ source('contracten', 'aanbieder') }}
)

select distinct
    bestand_sleutel,
    rij_nummer,
    ontvangst_datum,
    opgave_datum,
    aanbieder_agb,
    aanbieder_naam,
    aanbieder_type,
    vestiging_gemeente_code
from bron
