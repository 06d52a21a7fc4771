-- For every area, zorgvorm and pair of years or quarters, against the cost itself.
with verschil as (
    select * from {{ ref('int_publicatie_kosten_effect') }}
),

kosten as (
    select * from {{ ref('fct_kosten') }}
),

gebied as (
    select * from {{ ref('int_publicatie_gebied') }}
),

zorgvorm as (
    select * from {{ ref('int_publicatie_zorgvorm') }}
),

periode as (
    select * from {{ ref('int_publicatie_periode') }}
),

som as (
    select
        gebied.gebied_code,
        zorgvorm.zorgvorm_groep,
        periode.periode,
        sum(kosten.kosten_eurocent) as kosten_eurocent
    from kosten
    inner join gebied on kosten.gemeente_code = gebied.gemeente_code
    inner join zorgvorm on kosten.zorgvorm = zorgvorm.zorgvorm
    inner join periode on kosten.zorgmaand = periode.zorgmaand
    group by gebied.gebied_code, zorgvorm.zorgvorm_groep, periode.periode
),

vorige as (
    select distinct
        periode,
        vorige_periode
    from periode
),

opgeteld as (
    select
        gebied_code,
        zorgvorm_groep,
        periode,
        sum(case when effect != 'totaal' then effect_eurocent else 0 end) as effecten_eurocent,
        sum(case when effect = 'totaal' then effect_eurocent else 0 end) as totaal_eurocent
    from verschil
    group by gebied_code, zorgvorm_groep, periode
)

select
    opgeteld.gebied_code,
    opgeteld.zorgvorm_groep,
    opgeteld.periode,
    opgeteld.effecten_eurocent,
    opgeteld.totaal_eurocent
from opgeteld
inner join vorige on opgeteld.periode = vorige.periode
left join som as nu
    on
        opgeteld.gebied_code = nu.gebied_code
        and opgeteld.zorgvorm_groep = nu.zorgvorm_groep
        and opgeteld.periode = nu.periode
left join som as toen
    on
        opgeteld.gebied_code = toen.gebied_code
        and opgeteld.zorgvorm_groep = toen.zorgvorm_groep
        and vorige.vorige_periode = toen.periode
where
    opgeteld.effecten_eurocent != opgeteld.totaal_eurocent
    or opgeteld.totaal_eurocent
    != coalesce(nu.kosten_eurocent, 0) - coalesce(toen.kosten_eurocent, 0)
