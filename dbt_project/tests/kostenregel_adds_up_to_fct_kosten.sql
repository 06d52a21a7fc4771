-- The lines that two stands are compared by are all there is in fct_kosten, to the cent.
with regel as (
    select * from {{ ref('int_kostenregel') }}
),

kosten as (
    select * from {{ ref('fct_kosten') }}
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
        kosten_eurocent
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
        -kosten_eurocent as kosten_eurocent
    from regel
)

select
    gemeente_code,
    zorgmaand,
    sum(kosten_eurocent) as verschil_eurocent
from alles
group by
    gemeente_code,
    aanbieder_agb,
    zorgvorm,
    niveau,
    verwijzer_groep,
    bekostiging,
    zorgmaand
having sum(kosten_eurocent) <> 0
