-- Grain: month, from 2014 (the first budgets) to the end of the year of the peildatum.
with peil as (
    select * from {{ ref('int_peildatum') }}
),

reeks as (
    select
        unnest(
            generate_series(
                date '2014-01-01',
                date_trunc('year', coalesce(peil.peildatum, date '2014-01-01'))
                + interval 11 month,
                interval 1 month
            )
        ) as maand_tijdstip
    from peil
),

maand as (
    select cast(maand_tijdstip as date) as zorgmaand
    from reeks
)

select
    zorgmaand,
    {{ laatste_van_maand('zorgmaand') }} as laatste_dag,
    cast(extract(year from zorgmaand) as integer) as jaar,
    cast(extract(month from zorgmaand) as integer) as maand_nummer,
    {{ kwartaal('zorgmaand') }} as kwartaal,
    {{ halfjaar('zorgmaand') }} as halfjaar
from maand
