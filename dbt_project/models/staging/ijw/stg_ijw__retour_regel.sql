-- The same message may lie in two files: it counts once.
with bron as (
    select * from {{ source('ijw', 'retour_regel') }}
)

select distinct
    bericht_sleutel,
    regel_volgnummer,
    bericht,
    heen_bericht,
    gemeente_code,
    aanbieder_agb,
    bericht_identificatie,
    dagtekening_datum,
    klasse,
    toewijzing_nummer,
    referentie_aanbieder,
    retour_codes
from bron
