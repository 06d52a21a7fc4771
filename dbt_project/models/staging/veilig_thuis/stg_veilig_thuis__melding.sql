-- The same file may have been received twice: it counts once.
with bron as (
    select * from {{ source('veilig_thuis', 'melding') }}
)

select distinct
    bestand_sleutel,
    rij_nummer,
    ontvangst_datum,
    gemeente_code,
    melding_nummer,
    melding_datum,
    triagebesluit_datum,
    triagebesluit,
    hoedanigheid,
    aard_geweld,
    onderzoek_nummer,
    halfjaar,
    casus_nummer,
    aanleiding,
    directe_overdracht
from bron
