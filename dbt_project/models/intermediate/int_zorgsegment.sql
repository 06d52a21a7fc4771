-- Grain: live start. Care runs from the start to the first stop, temporary or final; without a
-- stop it is open. A start on a deleted toewijzing does not count: it was never sent (regels 4).
-- Without a stop nothing is known after the end of the toewijzing: zorg_eind_datum is that end.
with start as (
    select * from {{ ref('int_start_live') }}
),

stop as (
    select * from {{ ref('int_stop_live') }}
),

toewijzing as (
    select * from {{ ref('int_toewijzing_actueel') }}
),

laatste_versie as (
    select * from {{ ref('int_toewijzing_laatste_versie') }}
),

product as (
    select * from {{ ref('int_product_op_datum') }}
),

verwijderde_toewijzing as (
    select
        gemeente_code,
        toewijzing_nummer
    from laatste_versie
    where is_verwijderd
),

stop_per_start as (
    select
        gemeente_code,
        aanbieder_agb,
        client_sleutel,
        toewijzing_nummer,
        product_categorie_code,
        product_code,
        begin_datum,
        min(eind_datum) as eind_datum,
        min(eind_datum) filter (where not is_tijdelijk) as definitief_eind_datum,
        min_by(reden_beeindiging_code, (eind_datum, reden_beeindiging_code)) filter (
            where not is_tijdelijk
        ) as definitieve_reden_code,
        max(bekend_sinds) as bekend_sinds,
        min_by(bekend_sinds, (eind_datum, bekend_sinds)) as eind_bekend_sinds
    from stop
    group by
        gemeente_code,
        aanbieder_agb,
        client_sleutel,
        toewijzing_nummer,
        product_categorie_code,
        product_code,
        begin_datum
)

select
    start.gemeente_code,
    start.aanbieder_agb,
    start.client_sleutel,
    start.toewijzing_nummer,
    start.product_categorie_code,
    start.product_code,
    coalesce(toewijzing.zorgvorm, product.zorgvorm) as zorgvorm,
    start.begin_datum,
    stop_per_start.eind_datum,
    coalesce(
        stop_per_start.eind_datum,
        case
            when toewijzing.eind_datum is not null
                then greatest(start.begin_datum, toewijzing.eind_datum)
        end
    ) as zorg_eind_datum,
    stop_per_start.definitief_eind_datum,
    stop_per_start.definitieve_reden_code,
    greatest(start.bekend_sinds, stop_per_start.bekend_sinds) as bekend_sinds,
    start.bekend_sinds as start_bekend_sinds,
    stop_per_start.eind_bekend_sinds,
    case
        when toewijzing.eind_datum is not null
            then greatest(start.begin_datum, toewijzing.eind_datum)
    end as toewijzing_eind_datum,
    toewijzing.bekend_sinds as toewijzing_bekend_sinds
from start
left join stop_per_start
    on
        start.gemeente_code = stop_per_start.gemeente_code
        and start.aanbieder_agb = stop_per_start.aanbieder_agb
        and start.client_sleutel = stop_per_start.client_sleutel
        and start.begin_datum = stop_per_start.begin_datum
        and start.toewijzing_nummer is not distinct from stop_per_start.toewijzing_nummer
        and start.product_categorie_code is not distinct from stop_per_start.product_categorie_code
        and start.product_code is not distinct from stop_per_start.product_code
left join toewijzing
    on
        start.gemeente_code = toewijzing.gemeente_code
        and start.toewijzing_nummer = toewijzing.toewijzing_nummer
        and start.aanbieder_agb = toewijzing.aanbieder_agb
left join product
    on
        start.product_categorie_code is not distinct from product.product_categorie_code
        and start.product_code is not distinct from product.product_code
        and coalesce(start.toewijzing_ingang_datum, start.begin_datum) = product.datum
left join verwijderde_toewijzing
    on
        start.gemeente_code = verwijderde_toewijzing.gemeente_code
        and start.toewijzing_nummer = verwijderde_toewijzing.toewijzing_nummer
where verwijderde_toewijzing.toewijzing_nummer is null
