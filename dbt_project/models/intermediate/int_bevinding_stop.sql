-- Grain: live stop without a live start of the same key (TR382).
with stop as (
    select * from {{ ref('int_stop_live') }}
),

start as (
    select * from {{ ref('int_start_live') }}
)

select
    'TR382' as regel_code,
    'jw307' as bericht,
    stop.aanbieder_agb,
    stop.gemeente_code,
    'gemeente ' || stop.gemeente_code
    || ', toewijzing ' || coalesce(cast(stop.toewijzing_nummer as varchar), '-')
    || ', product ' || coalesce(stop.product_categorie_code, '-')
    || ' ' || coalesce(stop.product_code, '-')
    || ', begin ' || stop.begin_datum
    || ', eind ' || stop.eind_datum
    || ', reden ' || stop.reden_beeindiging_code as plaats,
    min(stop.bekend_sinds) as eerste_gezien
from stop
left join start
    on
        stop.gemeente_code = start.gemeente_code
        and stop.aanbieder_agb = start.aanbieder_agb
        and stop.client_sleutel = start.client_sleutel
        and stop.begin_datum = start.begin_datum
        and stop.toewijzing_nummer is not distinct from start.toewijzing_nummer
        and stop.product_categorie_code is not distinct from start.product_categorie_code
        and stop.product_code is not distinct from start.product_code
where start.gemeente_code is null
group by
    stop.aanbieder_agb,
    stop.gemeente_code,
    stop.toewijzing_nummer,
    stop.product_categorie_code,
    stop.product_code,
    stop.begin_datum,
    stop.eind_datum,
    stop.reden_beeindiging_code
