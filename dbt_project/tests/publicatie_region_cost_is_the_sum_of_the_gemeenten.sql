-- Before suppression the cost of the region is the sum of its gemeenten, in every zorgmaand; what
-- is published unsuppressed for the region must be that sum.
with kosten as (
    select * from {{ ref('fct_kosten') }}
),

gebied as (
    select * from {{ ref('int_publicatie_gebied') }}
),

gepubliceerd as (
    select *
    from {{ ref('kosten_maand') }}
    where gemeente_code = 'regio' and zorgvorm = 'totaal' and kosten_euro_status = 'waarde'
),

som as (
    select
        kosten.zorgmaand,
        sum(kosten.kosten_eurocent) as kosten_eurocent
    from kosten
    inner join gebied
        on
            kosten.gemeente_code = gebied.gemeente_code
            and gebied.gebied_code != 'regio'
    group by kosten.zorgmaand
)

select
    gepubliceerd.zorgmaand,
    gepubliceerd.kosten_euro,
    som.kosten_eurocent
from gepubliceerd
left join som on gepubliceerd.zorgmaand = som.zorgmaand
where gepubliceerd.kosten_euro * 100 != coalesce(som.kosten_eurocent, 0)
