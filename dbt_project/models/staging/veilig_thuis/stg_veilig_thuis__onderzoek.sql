-- The same file may have been received twice: it counts once.
with bron as (
    select * from {{ source('veilig_thuis', 'onderzoek') }}
)

select distinct
    bestand_sleutel,
    rij_nummer,
    ontvangst_datum,
    gemeente_code,
    onderzoek_nummer,
    start_datum,
    afronding_datum,
    uitkomst,
    vervolg,
    halfjaar,
    aard_geweld
from bron
