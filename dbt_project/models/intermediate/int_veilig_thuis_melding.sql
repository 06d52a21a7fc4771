-- Grain: melding_nummer. A delivery about a halfjaar replaces the earlier ones about it as
-- a whole; a file that names no halfjaar is about the one that most of its rows are of. Of a number
-- the last delivery counts; what it tells was so on the last day of that halfjaar.
with melding as (
    select *
    from {{ ref('stg_veilig_thuis__melding') }}
    where {{ binnen_stand('ontvangst_datum') }}
),

per_halfjaar as (
    select
        bestand_sleutel,
        coalesce(halfjaar, {{ halfjaar('melding_datum') }}) as halfjaar,
        count(*) as aantal
    from melding
    group by bestand_sleutel, coalesce(halfjaar, {{ halfjaar('melding_datum') }})
),

van_bestand as (
    select
        bestand_sleutel,
        max_by(halfjaar, (aantal, halfjaar)) as halfjaar
    from per_halfjaar
    group by bestand_sleutel
),

geleverd as (
    select
        melding.*,
        coalesce(melding.halfjaar, van_bestand.halfjaar) as levering_halfjaar
    from melding
    inner join van_bestand
        on melding.bestand_sleutel = van_bestand.bestand_sleutel
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
    row_number() over (
        partition by melding_nummer
        order by
            ontvangst_datum desc,
            levering_halfjaar desc,
            bestand_sleutel desc,
            rij_nummer desc
    ) = 1
