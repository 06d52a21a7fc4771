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

per_niveau as (
    select
        meting.definitie_code,
        gebied.gebied_code,
        zorgvorm.zorgvorm_groep,
        meting.kwartaal,
        meting.telt_mee,
        case when meting.telt_mee then meting.client_sleutel end as client_sleutel,
        case when meting.telt_mee and not meting.is_gecensureerd then meting.client_sleutel end
            as gestarte_client_sleutel,
        case when meting.telt_mee then meting.norm_dagen end as norm_dagen,
        case when meting.telt_mee then meting.binnen_norm end as binnen_norm
    from meting
    inner join gebied on meting.gemeente_code = gebied.gemeente_code
    inner join zorgvorm on meting.zorgvorm = zorgvorm.zorgvorm
)

select
    row_number() over (order by definitie_code, gebied_code, zorgvorm_groep, kwartaal)
        as cohort_nummer,
    definitie_code,
    gebied_code,
    zorgvorm_groep,
    kwartaal,
    count(client_sleutel) as aantal_begonnen,
    count(gestarte_client_sleutel) as aantal_gestart,
    count(distinct client_sleutel) as aantal_jeugdigen,
    count(distinct gestarte_client_sleutel) as gestarte_jeugdigen,
    count(case when not telt_mee then 1 end) as aantal_overbrugd,
    case when min(norm_dagen) = max(norm_dagen) then min(norm_dagen) end as norm_dagen,
    count(binnen_norm) as aantal_met_norm,
    count(case when binnen_norm then 1 end) as aantal_binnen_norm
from per_niveau
group by definitie_code, gebied_code, zorgvorm_groep, kwartaal
