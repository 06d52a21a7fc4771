-- Grain: definitie_code, published area, published zorgvorm, kwartaal in which the wait began. Who
-- is left out of a net definition because of other help is counted apart.
with meting as (
    select *
    from {{ ref('fct_wachttijd_meting') }}
    where telt_mee or klasse = 'overbrugd'
),

niveau as (
    select * from {{ ref('int_publicatie_niveau') }}
),

{{ niveau_naam() }},

per_jeugdige as (
    select
        meting.definitie_code,
        niveau.niveau_nummer,
        meting.kwartaal,
        meting.client_sleutel,
        count(case when meting.telt_mee then 1 end) as begonnen,
        count(case when meting.telt_mee and not meting.is_gecensureerd then 1 end) as gestart,
        count(case when not meting.telt_mee then 1 end) as overbrugd,
        min(case when meting.telt_mee then meting.norm_dagen end) as laagste_norm_dagen,
        max(case when meting.telt_mee then meting.norm_dagen end) as hoogste_norm_dagen,
        count(case when meting.telt_mee then meting.binnen_norm end) as met_norm,
        count(case when meting.telt_mee and meting.binnen_norm then 1 end) as binnen_norm
    from meting
    inner join niveau
        on
            meting.gemeente_code = niveau.gemeente_code
            and meting.zorgvorm = niveau.zorgvorm
    group by
        meting.definitie_code, niveau.niveau_nummer, meting.kwartaal, meting.client_sleutel
),

telling as (
    select
        definitie_code,
        niveau_nummer,
        kwartaal,
        row_number() over (order by definitie_code, niveau_nummer, kwartaal) as cohort_nummer,
        cast(sum(begonnen) as bigint) as aantal_begonnen,
        cast(sum(gestart) as bigint) as aantal_gestart,
        count(case when begonnen > 0 then 1 end) as aantal_jeugdigen,
        count(case when gestart > 0 then 1 end) as gestarte_jeugdigen,
        cast(sum(overbrugd) as bigint) as aantal_overbrugd,
        case
            when min(laagste_norm_dagen) = max(hoogste_norm_dagen) then min(laagste_norm_dagen)
        end as norm_dagen,
        cast(sum(met_norm) as bigint) as aantal_met_norm,
        cast(sum(binnen_norm) as bigint) as aantal_binnen_norm
    from per_jeugdige
    group by definitie_code, niveau_nummer, kwartaal
)

select
    telling.cohort_nummer,
    telling.definitie_code,
    telling.niveau_nummer,
    niveau_naam.gebied_code,
    niveau_naam.zorgvorm_groep,
    telling.kwartaal,
    telling.aantal_begonnen,
    telling.aantal_gestart,
    telling.aantal_jeugdigen,
    telling.gestarte_jeugdigen,
    telling.aantal_overbrugd,
    telling.norm_dagen,
    telling.aantal_met_norm,
    telling.aantal_binnen_norm
from telling
inner join niveau_naam on telling.niveau_nummer = niveau_naam.niveau_nummer
