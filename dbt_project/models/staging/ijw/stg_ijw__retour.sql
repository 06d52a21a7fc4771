-- The same message may lie in two files: it counts once.
with bron as (
    select * from {{ source('ijw', 'retour') }}
)

select distinct
    bericht_sleutel,
    bericht,
    heen_bericht,
    gemeente_code,
    aanbieder_agb,
    bericht_identificatie,
    dagtekening_datum,
    retour_identificatie,
    retour_dagtekening_datum,
    header_retour_codes,
    is_afgekeurd
from bron
