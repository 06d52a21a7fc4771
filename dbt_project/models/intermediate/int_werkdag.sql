-- Grain: day. Counts the Dutch working days up to and including the day, so that the working days
-- between two days are a subtraction.
with feestdag as (
    select * from {{ ref('feestdag') }}
),

grens as (
    select
        min(feestdag_datum) as eerste_datum,
        max(feestdag_datum) as laatste_datum
    from feestdag
),

reeks as (
    select unnest(generate_series(eerste_datum, laatste_datum, interval 1 day)) as tijdstip
    from grens
),

dag as (
    select
        cast(reeks.tijdstip as date) as datum,
        isodow(reeks.tijdstip) <= 5 and feestdag.feestdag_datum is null as is_werkdag
    from reeks
    left join feestdag
        on cast(reeks.tijdstip as date) = feestdag.feestdag_datum
)

select
    datum,
    is_werkdag,
    cast(sum(cast(is_werkdag as integer)) over (order by datum asc) as integer) as werkdag_nummer
from dag
