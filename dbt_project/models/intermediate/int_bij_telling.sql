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
),

per_jongere as (
    select
        gebied.gebied_code,
        hulpvorm.hulpvorm,
        traject.periode,
        traject.client_sleutel,
        count(*) as aantal_trajecten,
        count_if(traject.is_begonnen) as aantal_begonnen,
        count_if(
            traject.is_begonnen and not traject.is_herhaald and not traject.is_aansluitend
        ) as aantal_nieuw,
        count_if(traject.is_herhaald) as aantal_herhaald,
        count_if(traject.is_aansluitend) as aantal_aansluitend,
        count_if(traject.is_begonnen_met_crisis) as aantal_begonnen_met_crisis,
        count_if(traject.is_beeindigd) as aantal_beeindigd,
        sum(case when traject.is_beeindigd then traject.duur_dagen end) as duur_dagen,
        count(case when traject.is_beeindigd then traject.duur_dagen end) as aantal_duur,
        count_if(not traject.is_beeindigd) as aantal_trajecten_peildatum
    from traject
    inner join gebied on traject.gemeente_code = gebied.gemeente_code
    inner join hulpvorm on traject.bij_hulpvorm_code = hulpvorm.bij_hulpvorm_code
    group by gebied.gebied_code, hulpvorm.hulpvorm, traject.periode, traject.client_sleutel
)

select
    gebied_code,
    hulpvorm,
    periode,
    count(*) as aantal_jongeren,
    cast(sum(aantal_trajecten) as bigint) as aantal_trajecten,
    sum(aantal_begonnen) as aantal_begonnen,
    sum(aantal_nieuw) as aantal_nieuw,
    sum(aantal_herhaald) as aantal_herhaald,
    sum(aantal_aansluitend) as aantal_aansluitend,
    sum(aantal_begonnen_met_crisis) as aantal_begonnen_met_crisis,
    count(case when aantal_begonnen > 0 then 1 end) as begonnen_jongeren,
    sum(aantal_beeindigd) as aantal_beeindigd,
    count(case when aantal_beeindigd > 0 then 1 end) as beeindigde_jongeren,
    sum(duur_dagen) / sum(aantal_duur) as gemiddelde_duur_dagen,
    sum(aantal_trajecten_peildatum) as aantal_trajecten_peildatum,
    count(case when aantal_trajecten_peildatum > 0 then 1 end) as aantal_jongeren_peildatum
from per_jongere
group by gebied_code, hulpvorm, periode
