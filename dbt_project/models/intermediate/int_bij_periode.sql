-- Grain: halfjaar or jaar that is over at the peildatum.
with maand as (
    select * from {{ ref('dim_maand') }}
),

peil as (
    select * from {{ ref('int_peildatum') }}
),

periode as (
    select
        halfjaar as periode,
        'halfjaar' as periode_soort,
        min(zorgmaand) as begin_datum,
        max(laatste_dag) as eind_datum
    from maand
    group by halfjaar
    union all
    select
        cast(jaar as varchar) as periode,
        'jaar' as periode_soort,
        min(zorgmaand) as begin_datum,
        max(laatste_dag) as eind_datum
    from maand
    group by jaar
)

select periode.*
from periode
inner join peil on periode.eind_datum <= peil.peildatum
