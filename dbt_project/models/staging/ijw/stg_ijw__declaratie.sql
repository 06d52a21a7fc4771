-- The same message may lie in two files: it counts once.
with bron as (
    select * from {{ source('ijw', 'declaratie') }}
)

select distinct
    bericht_sleutel,
    gemeente_code,
    aanbieder_agb,
    bericht_identificatie,
    dagtekening_datum,
    declaratie_nummer,
    declaratie_periode_begin_datum,
    declaratie_periode_eind_datum,
    declaratie_dagtekening_datum,
    totaal_ingediend_eurocent,
    aantal_regels
from bron
