-- Grain: aanbieder, declaratiemaand: expected (a traject ran and the month is over) or received.
-- The month of a message in quarantine cannot be read, so its lines count in the month before its
-- dagtekening, the month that is normally declared then.
with declaratie as (
    select * from {{ ref('stg_ijw__declaratie') }}
),

geldig as (
    select * from {{ ref('int_bericht_geldig') }}
),

bericht as (
    select *
    from {{ ref('stg_ijw__bericht') }}
    where {{ binnen_stand('ontvangst_datum') }}
),

volledigheid as (
    select * from {{ ref('int_volledigheid_ijw') }}
),

maand as (
    select * from {{ ref('dim_maand') }}
),

peil as (
    select * from {{ ref('int_peildatum') }}
),

verwacht as (
    select distinct
        volledigheid.aanbieder_agb,
        maand.zorgmaand as declaratiemaand
    from volledigheid
    inner join maand on volledigheid.zorgmaand = maand.zorgmaand
    cross join peil
    where maand.laatste_dag < peil.peildatum
),

ontvangen as (
    select
        declaratie.aanbieder_agb,
        {{ eerste_van_maand('declaratie.declaratie_periode_begin_datum') }} as declaratiemaand,
        min(declaratie.dagtekening_datum) as eerste_ontvangst_datum,
        sum(declaratie.aantal_regels) as rijen_aanvaard
    from declaratie
    inner join geldig on declaratie.bericht_sleutel = geldig.bericht_sleutel
    group by
        declaratie.aanbieder_agb,
        {{ eerste_van_maand('declaratie.declaratie_periode_begin_datum') }}
),

geweigerd as (
    select
        aanbieder_agb,
        cast(
            date_trunc('month', coalesce(dagtekening_datum, ontvangst_datum)) - interval 1 month
            as date
        ) as declaratiemaand,
        sum(aantal_regels) as rijen_geweigerd
    from bericht
    where
        status = 'quarantaine'
        and bericht = 'jw323'
        and aanbieder_agb is not null
    group by
        aanbieder_agb,
        cast(
            date_trunc('month', coalesce(dagtekening_datum, ontvangst_datum)) - interval 1 month
            as date
        )
),

periode as (
    select
        aanbieder_agb,
        declaratiemaand
    from verwacht
    union
    select
        aanbieder_agb,
        declaratiemaand
    from ontvangen
    union
    select
        aanbieder_agb,
        declaratiemaand
    from geweigerd
)

select
    periode.aanbieder_agb,
    left(cast(periode.declaratiemaand as varchar), 7) as periode,
    last_day(periode.declaratiemaand) as periode_eind_datum,
    verwacht.declaratiemaand is not null as verwacht,
    ontvangen.declaratiemaand is not null as ontvangen,
    ontvangen.eerste_ontvangst_datum,
    coalesce(ontvangen.rijen_aanvaard, 0) as rijen_aanvaard,
    coalesce(geweigerd.rijen_geweigerd, 0) as rijen_geweigerd
from periode
left join verwacht
    on
        periode.aanbieder_agb = verwacht.aanbieder_agb
        and periode.declaratiemaand = verwacht.declaratiemaand
left join ontvangen
    on
        periode.aanbieder_agb = ontvangen.aanbieder_agb
        and periode.declaratiemaand = ontvangen.declaratiemaand
left join geweigerd
    on
        periode.aanbieder_agb = geweigerd.aanbieder_agb
        and periode.declaratiemaand = geweigerd.declaratiemaand
