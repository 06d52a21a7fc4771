-- Grain: bekostiging, zorgvorm, niveau, zorgmaand, for every combination with cost. A rule for the
-- group of the zorgvorm (or for the niveau) goes before one for all; without a rule it is `overig`.
with regel as (
    select * from {{ ref('int_declaratieregel') }}
),

contract as (
    select * from {{ ref('int_kosten_contract') }}
),

zorgvorm as (
    select * from {{ ref('zorgvorm') }}
),

soort_indeling as (
    select * from {{ ref('kosten_soort_indeling') }}
),

begroting_indeling as (
    select * from {{ ref('begroting_indeling') }}
),

gebruikt as (
    select
        bekostiging,
        zorgvorm,
        niveau,
        zorgmaand
    from regel
    union
    select
        bekostiging,
        zorgvorm,
        niveau,
        zorgmaand
    from contract
),

met_soort as (
    select
        gebruikt.bekostiging,
        gebruikt.zorgvorm,
        gebruikt.niveau,
        gebruikt.zorgmaand,
        coalesce(per_groep.kosten_soort, algemeen.kosten_soort, 'overig') as kosten_soort
    from gebruikt
    left join zorgvorm on gebruikt.zorgvorm = zorgvorm.zorgvorm
    left join soort_indeling as per_groep
        on
            gebruikt.bekostiging = per_groep.bekostiging
            and zorgvorm.groep = per_groep.zorgvorm_groep
            and {{ geldt_op('gebruikt.zorgmaand', 'per_groep') }}
    left join soort_indeling as algemeen
        on
            gebruikt.bekostiging = algemeen.bekostiging
            and algemeen.zorgvorm_groep is null
            and {{ geldt_op('gebruikt.zorgmaand', 'algemeen') }}
)

select
    met_soort.bekostiging,
    met_soort.zorgvorm,
    met_soort.niveau,
    met_soort.zorgmaand,
    met_soort.kosten_soort,
    coalesce(
        per_niveau.begroting_categorie, elk_niveau.begroting_categorie, 'overig'
    ) as begroting_categorie
from met_soort
left join begroting_indeling as per_niveau
    on
        met_soort.kosten_soort = per_niveau.kosten_soort
        and met_soort.niveau = per_niveau.niveau
        and {{ geldt_op('met_soort.zorgmaand', 'per_niveau') }}
left join begroting_indeling as elk_niveau
    on
        met_soort.kosten_soort = elk_niveau.kosten_soort
        and elk_niveau.niveau is null
        and {{ geldt_op('met_soort.zorgmaand', 'elk_niveau') }}
