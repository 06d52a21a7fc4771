-- The same file may have been received twice: it counts once.
with bron as (
    select * from {{ source('circulaires', 'budget') }}
)

select distinct
    bestand_sleutel,
    rij_nummer,
    ontvangst_datum,
    circulaire,
    publicatie_datum,
    onderdeel,
    gemeente_code,
    is_totaalrij,
    jaar,
    bedrag_eurocent,
    prijsbasis,
    is_structureel,
    verschil_vorige_percentage,
    per_jeugdige_begroting_euro,
    per_jeugdige_awbz_euro,
    per_jeugdige_zvw_euro,
    per_jeugdige_totaal_euro,
    aantal_0_17,
    bovenlokaal_percentage
from bron
