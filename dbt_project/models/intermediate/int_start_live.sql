-- Grain: gemeente_code, aanbieder_agb, client_sleutel, toewijzing_nummer, product, begin_datum.
-- Per day of sending, starts and removals cancel out; the last day that tips the balance decides.
-- So a start sent twice counts once (TR074) and a removal of nothing removes nothing (TR063).
with start as (
    select * from {{ ref('stg_ijw__start') }}
),

geldig as (
    select * from {{ ref('int_bericht_geldig') }}
),

status as (
    select * from {{ ref('status_aanlevering') }}
),

per_dag as (
    select
        start.gemeente_code,
        start.aanbieder_agb,
        start.client_sleutel,
        start.toewijzing_nummer,
        start.product_categorie_code,
        start.product_code,
        start.begin_datum,
        start.dagtekening_datum,
        sum(status.telling) as saldo,
        min(status.telling) < 0 as heeft_verwijdering,
        min(start.toewijzing_ingang_datum) filter (where status.telling > 0)
            as toewijzing_ingang_datum
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
        start.begin_datum,
        start.dagtekening_datum
),

na_dag as (
    select
        *,
        last_value(nullif(saldo, 0) ignore nulls) over tot_en_met_dag > 0 as is_live,
        max(case when heeft_verwijdering then dagtekening_datum end) over sleutel
            as laatste_verwijdering_datum
    from per_dag
    window
        sleutel as (
            partition by
                gemeente_code,
                aanbieder_agb,
                client_sleutel,
                toewijzing_nummer,
                product_categorie_code,
                product_code,
                begin_datum
        ),
        tot_en_met_dag as (
            partition by
                gemeente_code,
                aanbieder_agb,
                client_sleutel,
                toewijzing_nummer,
                product_categorie_code,
                product_code,
                begin_datum
            order by dagtekening_datum asc
            rows between unbounded preceding and current row
        )
)

-- Live since the last removal, on that same day at the earliest; a start that was removed last has
-- no such day.
select
    gemeente_code,
    aanbieder_agb,
    client_sleutel,
    toewijzing_nummer,
    product_categorie_code,
    product_code,
    begin_datum,
    min_by(toewijzing_ingang_datum, dagtekening_datum) as toewijzing_ingang_datum,
    min(dagtekening_datum) as bekend_sinds
from na_dag
where
    is_live
    and (laatste_verwijdering_datum is null or dagtekening_datum >= laatste_verwijdering_datum)
group by
    gemeente_code,
    aanbieder_agb,
    client_sleutel,
    toewijzing_nummer,
    product_categorie_code,
    product_code,
    begin_datum
