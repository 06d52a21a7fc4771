-- The same file may have been received twice: it counts once.
with bron as (
    select * from {{ source('kwartaalcijfers', 'maatregel') }}
)

select distinct
    bestand_sleutel,
    rij_nummer,
    ontvangst_datum,
    aanbieder_agb,
    kwartaal,
    opgave_datum,
    gemeente_code,
    toewijzing_nummer,
    type_maatregel,
    uitspraak_datum,
    eerste_contact_datum,
    is_erkende_interventie,
    machtiging_code,
    machtiging_begin_datum,
    machtiging_eind_datum
from bron
