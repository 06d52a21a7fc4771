-- Grain: gemeente_code, aanbieder_agb, client_sleutel, toewijzing_nummer, product, begin_datum.
-- Order means nothing, so count: a start lives while it was sent more often than removed.
with start as (
    select * from {{ ref('stg_ijw__start') }}
),

geldig as (
    select * from {{ ref('int_bericht_geldig') }}
),

status as (
    select * from {{ ref('status_aanlevering') }}
)

select
    start.gemeente_code,
    start.aanbieder_agb,
    start.client_sleutel,
    start.toewijzing_nummer,
    start.product_categorie_code,
    start.product_code,
    start.begin_datum,
    min(start.toewijzing_ingang_datum) as toewijzing_ingang_datum,
    -- Without a removal the first delivery told it; with one the last delivery did.
    case
        when min(status.telling) < 0
            then max(start.dagtekening_datum)
        else min(start.dagtekening_datum)
    end as bekend_sinds
from start
inner join geldig
    on start.bericht_sleutel = geldig.bericht_sleutel
inner join status
    on start.status_aanlevering_code = status.status_aanlevering_code
group by
    start.gemeente_code,
    start.aanbieder_agb,
    start.client_sleutel,
    start.toewijzing_nummer,
    start.product_categorie_code,
    start.product_code,
    start.begin_datum
having sum(status.telling) >= 1
