-- Grain: definitie_code, published area, published zorgvorm, kwartaal in which the wait began. Who
-- is left out of a net definition because of other help is counted apart.
with meting as (
    select *
    from {{ ref('fct_wachttijd_meting') }}
    where telt_mee or klasse = 'overbrugd'
),

gebied as (
    select * from {{ ref('int_publicatie_gebied') }}
),

zorgvorm as (
    select * from {{ ref('int_publicatie_zorgvorm') }}
),

per_jeugdige as (
    select
        meting.definitie_code,
        gebied.gebied_code,
        zorgvorm.zorgvorm_groep,
        meting.kwartaal,
        meting.client_sleutel,
        count(case when meting.telt_mee then 1 end) as aantal_begonnen,
        count(case when meting.telt_mee and not meting.is_gecensureerd then 1 end)
            as aantal_gestart,
        count(case when not meting.telt_mee then 1 end) as aantal_overbrugd,
        min(case when meting.telt_mee then meting.norm_dagen end) as laagste_norm_dagen,
        max(case when meting.telt_mee then meting.norm_dagen end) as hoogste_norm_dagen,
        count(case when meting.telt_mee then meting.binnen_norm end) as aantal_met_norm,
        count(case when meting.telt_mee and meting.binnen_norm then 1 end) as aantal_binnen_norm
    from meting
    inner join gebied on meting.gemeente_code = gebied.gemeente_code
    inner join zorgvorm on meting.zorgvorm = zorgvorm.zorgvorm
    group by
        meting.definitie_code,
        gebied.gebied_code,
        zorgvorm.zorgvorm_groep,
        meting.kwartaal,
        meting.client_sleutel
)

select
    row_number() over (order by definitie_code, gebied_code, zorgvorm_groep, kwartaal)
        as cohort_nummer,
    definitie_code,
    gebied_code,
    zorgvorm_groep,
    kwartaal,
    cast(sum(aantal_begonnen) as bigint) as aantal_begonnen,
    cast(sum(aantal_gestart) as bigint) as aantal_gestart,
    count(case when aantal_begonnen > 0 then 1 end) as aantal_jeugdigen,
    count(case when aantal_gestart > 0 then 1 end) as gestarte_jeugdigen,
    cast(sum(aantal_overbrugd) as bigint) as aantal_overbrugd,
    case
        when min(laagste_norm_dagen) = max(hoogste_norm_dagen) then min(laagste_norm_dagen)
    end as norm_dagen,
    cast(sum(aantal_met_norm) as bigint) as aantal_met_norm,
    cast(sum(aantal_binnen_norm) as bigint) as aantal_binnen_norm
from per_jeugdige
group by definitie_code, gebied_code, zorgvorm_groep, kwartaal
