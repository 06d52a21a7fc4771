-- Grain: gemeente_code, aanbieder_agb, zorgvorm, zorgmaand that may still change.
-- The range stands in int_raming_interval: it does not add up, the expected amount does.
with raming as (
    select * from {{ ref('int_raming_eenheid_maand') }}
),

eenheid as (
    select * from {{ ref('int_raming_eenheid') }}
),

peil as (
    select * from {{ ref('int_peildatum') }}
)

select
    eenheid.gemeente_code,
    eenheid.aanbieder_agb,
    eenheid.zorgvorm,
    raming.zorgmaand,
    cast(sum(raming.nog_te_verwachten_eurocent) as bigint) as nog_te_verwachten_eurocent,
    peil.peildatum as bekend_sinds
from raming
inner join eenheid on raming.eenheid_nummer = eenheid.eenheid_nummer
cross join peil
group by
    eenheid.gemeente_code,
    eenheid.aanbieder_agb,
    eenheid.zorgvorm,
    raming.zorgmaand,
    peil.peildatum
