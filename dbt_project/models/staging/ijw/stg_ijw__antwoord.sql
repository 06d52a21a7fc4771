-- The same message may lie in two files: it counts once.
with bron as (
    select * from {{ source('ijw', 'antwoord') }}
)

select distinct
    bericht_sleutel,
    regel_volgnummer,
    gemeente_code,
    aanbieder_agb,
    bericht_identificatie,
    dagtekening_datum,
    referentie_aanbieder,
    verzoek_antwoord_code,
    reden_afwijzing_code,
    woonplaats_gemeente_code
from bron
