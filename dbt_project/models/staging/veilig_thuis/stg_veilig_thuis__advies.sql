-- The same file may have been received twice: it counts once.
with bron as (
    select * from {{ source('veilig_thuis', 'advies') }}
)

select distinct
    bestand_sleutel,
    rij_nummer,
    ontvangst_datum,
    gemeente_code,
    halfjaar,
    advies_nummer,
    aard_geweld,
    hoedanigheid,
    aanleiding
from bron
