-- Grain: the key of a start, reden_beeindiging_code, eind_datum.
-- Order means nothing, so count: a stop lives while it was sent more often than removed.
with stop as (
    select * from {{ ref('stg_ijw__stop') }}
),

geldig as (
    select * from {{ ref('int_bericht_geldig') }}
),

status as (
    select * from {{ ref('status_aanlevering') }}
),

reden as (
    select * from {{ ref('reden_beeindiging') }}
)

select
    stop.gemeente_code,
    stop.aanbieder_agb,
    stop.client_sleutel,
    stop.toewijzing_nummer,
    stop.product_categorie_code,
    stop.product_code,
    stop.begin_datum,
    stop.reden_beeindiging_code,
    stop.eind_datum,
    coalesce(reden.is_tijdelijk, false) as is_tijdelijk,
    case
        when min(status.telling) < 0
            then max(stop.dagtekening_datum)
        else min(stop.dagtekening_datum)
    end as bekend_sinds
from stop
inner join geldig
    on stop.bericht_sleutel = geldig.bericht_sleutel
inner join status
    on stop.status_aanlevering_code = status.status_aanlevering_code
left join reden
    on stop.reden_beeindiging_code = reden.reden_beeindiging_code
group by
    stop.gemeente_code,
    stop.aanbieder_agb,
    stop.client_sleutel,
    stop.toewijzing_nummer,
    stop.product_categorie_code,
    stop.product_code,
    stop.begin_datum,
    stop.reden_beeindiging_code,
    stop.eind_datum,
    reden.is_tijdelijk
having sum(status.telling) >= 1
