-- Grain: the key of a start, reden_beeindiging_code, eind_datum.
-- As int_start_live: the last day that tips the balance of stops and removals decides.
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
),

per_dag as (
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
        stop.dagtekening_datum,
        sum(status.telling) as saldo,
        min(status.telling) < 0 as heeft_verwijdering
    from stop
    inner join geldig
        on stop.bericht_sleutel = geldig.bericht_sleutel
    inner join status
        on stop.status_aanlevering_code = status.status_aanlevering_code
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
        stop.dagtekening_datum
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
                begin_datum,
                reden_beeindiging_code,
                eind_datum
        ),
        tot_en_met_dag as (
            partition by
                gemeente_code,
                aanbieder_agb,
                client_sleutel,
                toewijzing_nummer,
                product_categorie_code,
                product_code,
                begin_datum,
                reden_beeindiging_code,
                eind_datum
            order by dagtekening_datum asc
            rows between unbounded preceding and current row
        )
)

select
    na_dag.gemeente_code,
    na_dag.aanbieder_agb,
    na_dag.client_sleutel,
    na_dag.toewijzing_nummer,
    na_dag.product_categorie_code,
    na_dag.product_code,
    na_dag.begin_datum,
    na_dag.reden_beeindiging_code,
    na_dag.eind_datum,
    coalesce(reden.is_tijdelijk, false) as is_tijdelijk,
    min(na_dag.dagtekening_datum) as bekend_sinds
from na_dag
left join reden
    on na_dag.reden_beeindiging_code = reden.reden_beeindiging_code
where
    na_dag.is_live
    and (
        na_dag.laatste_verwijdering_datum is null
        or na_dag.dagtekening_datum >= na_dag.laatste_verwijdering_datum
    )
group by
    na_dag.gemeente_code,
    na_dag.aanbieder_agb,
    na_dag.client_sleutel,
    na_dag.toewijzing_nummer,
    na_dag.product_categorie_code,
    na_dag.product_code,
    na_dag.begin_datum,
    na_dag.reden_beeindiging_code,
    na_dag.eind_datum,
    reden.is_tijdelijk
