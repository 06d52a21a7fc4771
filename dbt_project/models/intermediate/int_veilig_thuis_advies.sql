-- Grain: advies_nummer. A delivery about a halfjaar replaces the earlier ones about it
-- as a whole. Of a number the last delivery counts.
with advies as (
    select *
    from {{ ref('stg_veilig_thuis__advies') }}
    where {{ binnen_stand('ontvangst_datum') }}
),

geleverd as (
    select
        *,
        halfjaar as levering_halfjaar
    from advies
),

laatste_levering as (
    select *
    from geleverd
    qualify ontvangst_datum = max(ontvangst_datum) over (partition by levering_halfjaar)
)

select
    bestand_sleutel,
    ontvangst_datum,
    gemeente_code,
    halfjaar,
    advies_nummer,
    aanleiding,
    aard_geweld,
    hoedanigheid
from laatste_levering
qualify
    {{ is_laatste_levering_van('advies_nummer') }}
