-- Grain: published area, published hulpvorm, periode with trajecten. Not yet suppressed. Running at
-- the end of a periode = running at the end of the one before + begonnen - beeindigd.
with traject as (
    select * from {{ ref('int_bij_traject_periode') }}
),

gebied as (
    select * from {{ ref('int_publicatie_gebied') }}
),

hulpvorm as (
    select * from {{ ref('int_bij_hulpvorm') }}
)

select
    gebied.gebied_code,
    hulpvorm.hulpvorm,
    traject.periode,
    count(distinct traject.client_sleutel) as aantal_jongeren,
    count(*) as aantal_trajecten,
    count_if(traject.is_begonnen) as aantal_begonnen,
    count_if(
        traject.is_begonnen and not traject.is_herhaald and not traject.is_aansluitend
    ) as aantal_nieuw,
    count_if(traject.is_herhaald) as aantal_herhaald,
    count_if(traject.is_aansluitend) as aantal_aansluitend,
    count_if(traject.is_begonnen_met_crisis) as aantal_begonnen_met_crisis,
    count(distinct case when traject.is_begonnen then traject.client_sleutel end)
        as begonnen_jongeren,
    count_if(traject.is_beeindigd) as aantal_beeindigd,
    count(distinct case when traject.is_beeindigd then traject.client_sleutel end)
        as beeindigde_jongeren,
    avg(case when traject.is_beeindigd then traject.duur_dagen end) as gemiddelde_duur_dagen,
    count_if(not traject.is_beeindigd) as aantal_trajecten_peildatum,
    count(distinct case when not traject.is_beeindigd then traject.client_sleutel end)
        as aantal_jongeren_peildatum
from traject
inner join gebied on traject.gemeente_code = gebied.gemeente_code
inner join hulpvorm on traject.bij_hulpvorm_code = hulpvorm.bij_hulpvorm_code
group by gebied.gebied_code, hulpvorm.hulpvorm, traject.periode
