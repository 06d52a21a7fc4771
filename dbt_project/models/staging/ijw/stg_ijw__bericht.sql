-- The same message may lie in two files: the one that was accepted first counts.
with bron as (
    select * from {{ source('ijw', 'bericht') }}
)

select
    bericht_sleutel,
    bestand_sleutel,
    ontvangst_datum,
    bericht,
    gemeente_code,
    aanbieder_agb,
    bericht_identificatie,
    dagtekening_datum,
    basisschema_xsd_versie,
    bericht_xsd_versie,
    aantal_regels,
    status
from bron
qualify
    row_number() over (
        partition by bericht_sleutel
        order by status asc, ontvangst_datum asc, bestand_sleutel asc
    ) = 1
