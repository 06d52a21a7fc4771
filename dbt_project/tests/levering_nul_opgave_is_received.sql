-- A nul-opgave is a delivery: it is never missing.
with levering as (
    select * from {{ ref('fct_levering') }}
)

select
    bron,
    aanbieder_agb,
    periode
from levering
where nul_opgave and not ontvangen
