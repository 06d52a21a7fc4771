-- The same message may lie in two files: it counts once.
with bron as (
    select * from {{ source('ijw', 'declaratie_antwoord') }}
)

select distinct
    bericht_sleutel,
    gemeente_code,
    aanbieder_agb,
    bericht_identificatie,
    dagtekening_datum,
    declaratie_identificatie,
    declaratie_dagtekening_datum,
    declaratie_basisschema_xsd_versie,
    declaratie_bericht_xsd_versie,
    header_retour_codes,
    declaratie_nummer,
    declaratie_retour_codes,
    totaal_ingediend_eurocent,
    totaal_toegekend_eurocent
from bron
