-- The causes add up to the difference between the two stands, to the cent and the month in care, in
-- every group of costs and of use. Without an earlier stand there is nothing to explain.
with vorig_peil as (
    select * from {{ ref('stg_stand__peildatum') }}
),

kosten as (
    select * from {{ ref('fct_kosten') }}
),

kosten_toen as (
    select * from {{ ref('stg_stand__kostenregel') }}
),

zorggebruik as (
    select * from {{ ref('fct_zorggebruik') }}
),

zorggebruik_toen as (
    select * from {{ ref('stg_stand__zorggebruik') }}
),

revisie as (
    select * from {{ ref('fct_revisie') }}
),

alles as (
    select
        gemeente_code,
        aanbieder_agb,
        zorgvorm,
        niveau,
        verwijzer_groep,
        bekostiging,
        zorgmaand,
        kosten_eurocent as eurocent,
        0 as maanden
    from kosten
    union all
    select
        gemeente_code,
        aanbieder_agb,
        zorgvorm,
        niveau,
        verwijzer_groep,
        bekostiging,
        zorgmaand,
        -kosten_eurocent as eurocent,
        0 as maanden
    from kosten_toen
    union all
    select
        gemeente_code,
        aanbieder_agb,
        zorgvorm,
        niveau,
        verwijzer_groep,
        bekostiging,
        zorgmaand,
        -verschil_eurocent as eurocent,
        0 as maanden
    from revisie
    where figuur = 'kosten'
    union all
    select
        gemeente_code,
        null as aanbieder_agb,
        zorgvorm,
        null as niveau,
        null as verwijzer_groep,
        null as bekostiging,
        zorgmaand,
        0 as eurocent,
        1 as maanden
    from zorggebruik
    union all
    select
        gemeente_code,
        null as aanbieder_agb,
        zorgvorm,
        null as niveau,
        null as verwijzer_groep,
        null as bekostiging,
        zorgmaand,
        0 as eurocent,
        -1 as maanden
    from zorggebruik_toen
    union all
    select
        gemeente_code,
        null as aanbieder_agb,
        zorgvorm,
        null as niveau,
        null as verwijzer_groep,
        null as bekostiging,
        zorgmaand,
        0 as eurocent,
        -verschil_jeugdigenmaanden as maanden
    from revisie
    where figuur = 'zorggebruik'
)

select
    alles.gemeente_code,
    alles.zorgmaand,
    sum(alles.eurocent) as eurocent,
    sum(alles.maanden) as maanden
from alles
cross join vorig_peil
group by
    alles.gemeente_code,
    alles.aanbieder_agb,
    alles.zorgvorm,
    alles.niveau,
    alles.verwijzer_groep,
    alles.bekostiging,
    alles.zorgmaand
having sum(alles.eurocent) <> 0 or sum(alles.maanden) <> 0
