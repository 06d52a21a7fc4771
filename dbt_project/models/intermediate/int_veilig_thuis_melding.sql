-- Grain: melding_nummer. A delivery about a halfjaar replaces the earlier ones about it as
-- a whole; a file that names no halfjaar is about the one that most of its rows are of. Of a number
-- the last delivery counts; what it tells was so on the last day of that halfjaar.
with melding as (
    select *
    from {{ ref('stg_veilig_thuis__melding') }}
    where {{ binnen_stand('ontvangst_datum') }}
),

{{ laatste_halfjaarlevering('melding', 'melding_datum') }}

select
    bestand_sleutel,
    ontvangst_datum,
    gemeente_code,
    melding_nummer,
    casus_nummer,
    onderzoek_nummer,
    melding_datum,
    triagebesluit_datum,
    triagebesluit,
    hoedanigheid,
    aanleiding,
    aard_geweld,
    directe_overdracht,
    {{ laatste_dag_van_halfjaar('levering_halfjaar') }} as gezien_tot_datum
from laatste_levering
qualify
    {{ is_laatste_levering_van('melding_nummer') }}
