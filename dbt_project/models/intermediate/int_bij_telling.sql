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

per_gemeente as (
    select
        gemeente_code,
        bij_hulpvorm_code,
        periode,
        client_sleutel,
        count(*) as trajecten,
        count_if(is_begonnen) as begonnen,
        count_if(is_begonnen and not is_herhaald and not is_aansluitend) as nieuw,
        count_if(is_herhaald) as herhaald,
        count_if(is_aansluitend) as aansluitend,
        count_if(is_begonnen_met_crisis) as begonnen_met_crisis,
        count_if(is_beeindigd) as beeindigd,
        count_if(not is_beeindigd) as lopend,
        sum(case when is_beeindigd then duur_dagen end) as duur_dagen
    from traject
    group by gemeente_code, bij_hulpvorm_code, periode, client_sleutel
),

per_jongere as (
    select
        gebied.gebied_code,
        hulpvorm.hulpvorm,
        per_gemeente.periode,
        per_gemeente.client_sleutel,
        sum(per_gemeente.trajecten) as trajecten,
        sum(per_gemeente.begonnen) as begonnen,
        sum(per_gemeente.nieuw) as nieuw,
        sum(per_gemeente.herhaald) as herhaald,
        sum(per_gemeente.aansluitend) as aansluitend,
        sum(per_gemeente.begonnen_met_crisis) as begonnen_met_crisis,
        sum(per_gemeente.beeindigd) as beeindigd,
        sum(per_gemeente.lopend) as lopend,
        sum(per_gemeente.duur_dagen) as duur_dagen
    from per_gemeente
    inner join gebied on per_gemeente.gemeente_code = gebied.gemeente_code
    inner join hulpvorm on per_gemeente.bij_hulpvorm_code = hulpvorm.bij_hulpvorm_code
    group by
        gebied.gebied_code, hulpvorm.hulpvorm, per_gemeente.periode, per_gemeente.client_sleutel
)

select
    gebied_code,
    hulpvorm,
    periode,
    count(*) as aantal_jongeren,
    cast(sum(trajecten) as bigint) as aantal_trajecten,
    sum(begonnen) as aantal_begonnen,
    sum(nieuw) as aantal_nieuw,
    sum(herhaald) as aantal_herhaald,
    sum(aansluitend) as aantal_aansluitend,
    sum(begonnen_met_crisis) as aantal_begonnen_met_crisis,
    count(case when begonnen > 0 then 1 end) as begonnen_jongeren,
    sum(beeindigd) as aantal_beeindigd,
    count(case when beeindigd > 0 then 1 end) as beeindigde_jongeren,
    sum(duur_dagen) / sum(beeindigd) as gemiddelde_duur_dagen,
    sum(lopend) as aantal_trajecten_peildatum,
    count(case when lopend > 0 then 1 end) as aantal_jongeren_peildatum
from per_jongere
group by gebied_code, hulpvorm, periode
