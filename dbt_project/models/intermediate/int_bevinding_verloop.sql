-- Grain: key of a start or stop, Dagtekening. What was sent and removed on that day, and whether
-- the start or stop lived before it, at its end and now, counted as in int_start_live. The rules
-- judge a message by the day it bears: the order of receipt means nothing. Without a toewijzing
-- the product is what is delivered.
with start as (
    select * from {{ ref('stg_ijw__start') }}
),

stop as (
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

regel as (
    select
        bericht_sleutel,
        status_aanlevering_code,
        gemeente_code,
        aanbieder_agb,
        client_sleutel,
        toewijzing_nummer,
        product_categorie_code,
        product_code,
        begin_datum,
        cast(null as varchar) as reden_beeindiging_code,
        cast(null as date) as eind_datum
    from start
    union all
    select
        bericht_sleutel,
        status_aanlevering_code,
        gemeente_code,
        aanbieder_agb,
        client_sleutel,
        toewijzing_nummer,
        product_categorie_code,
        product_code,
        begin_datum,
        reden_beeindiging_code,
        eind_datum
    from stop
),

dag as (
    select
        geldig.bericht,
        geldig.dagtekening_datum,
        regel.gemeente_code,
        regel.aanbieder_agb,
        regel.client_sleutel,
        regel.toewijzing_nummer,
        regel.product_categorie_code,
        regel.product_code,
        regel.begin_datum,
        regel.reden_beeindiging_code,
        regel.eind_datum,
        count(*) filter (where status.telling > 0) as aantal_aangeleverd,
        count(*) filter (where status.telling < 0) as aantal_verwijderd,
        sum(status.telling) as saldo
    from regel
    inner join geldig on regel.bericht_sleutel = geldig.bericht_sleutel
    inner join status on regel.status_aanlevering_code = status.status_aanlevering_code
    group by
        geldig.bericht,
        geldig.dagtekening_datum,
        regel.gemeente_code,
        regel.aanbieder_agb,
        regel.client_sleutel,
        regel.toewijzing_nummer,
        regel.product_categorie_code,
        regel.product_code,
        regel.begin_datum,
        regel.reden_beeindiging_code,
        regel.eind_datum
),

met_sleutel as (
    select
        dag.*,
        coalesce(reden.is_tijdelijk, false) as is_tijdelijk,
        concat_ws(
            '|',
            dag.gemeente_code,
            dag.aanbieder_agb,
            dag.client_sleutel,
            coalesce(cast(dag.toewijzing_nummer as varchar), '-'),
            coalesce(dag.product_categorie_code, '-'),
            coalesce(dag.product_code, '-'),
            dag.begin_datum
        ) as start_sleutel,
        concat_ws(
            '|',
            dag.gemeente_code,
            dag.aanbieder_agb,
            dag.client_sleutel,
            coalesce(
                cast(dag.toewijzing_nummer as varchar),
                'product ' || coalesce(dag.product_categorie_code, '-')
                || ' ' || coalesce(dag.product_code, '-')
            )
        ) as levering_sleutel,
        'gemeente ' || dag.gemeente_code
        || ', toewijzing ' || coalesce(cast(dag.toewijzing_nummer as varchar), '-')
        || ', product ' || coalesce(dag.product_categorie_code, '-')
        || ' ' || coalesce(dag.product_code, '-')
        || ', begin ' || dag.begin_datum
        || coalesce(', eind ' || dag.eind_datum, '')
        || coalesce(', reden ' || dag.reden_beeindiging_code, '') as plaats
    from dag
    left join reden on dag.reden_beeindiging_code = reden.reden_beeindiging_code
),

gevolgd as (
    select
        *,
        last_value(nullif(saldo, 0) ignore nulls) over tot_en_met_dag as laatste_saldo,
        lead(dagtekening_datum) over per_sleutel as volgende_datum,
        min(dagtekening_datum) over per_sleutel as eerste_datum
    from met_sleutel
    window
        per_sleutel as (
            partition by bericht, start_sleutel, reden_beeindiging_code, eind_datum
            order by dagtekening_datum asc
        ),
        tot_en_met_dag as (
            partition by bericht, start_sleutel, reden_beeindiging_code, eind_datum
            order by dagtekening_datum asc
            rows between unbounded preceding and current row
        )
)

select
    bericht,
    gemeente_code,
    aanbieder_agb,
    client_sleutel,
    toewijzing_nummer,
    product_categorie_code,
    product_code,
    begin_datum,
    reden_beeindiging_code,
    eind_datum,
    is_tijdelijk,
    start_sleutel,
    levering_sleutel,
    plaats,
    dagtekening_datum,
    volgende_datum,
    eerste_datum,
    aantal_aangeleverd,
    aantal_verwijderd,
    saldo,
    coalesce(
        lag(laatste_saldo) over (
            partition by bericht, start_sleutel, reden_beeindiging_code, eind_datum
            order by dagtekening_datum asc
        ) > 0,
        false
    ) as is_levend_ervoor,
    coalesce(laatste_saldo > 0, false) as is_levend_erna,
    coalesce(
        last_value(laatste_saldo) over (
            partition by bericht, start_sleutel, reden_beeindiging_code, eind_datum
            order by dagtekening_datum asc
            rows between unbounded preceding and unbounded following
        ) > 0,
        false
    ) as is_levend_nu
from gevolgd
