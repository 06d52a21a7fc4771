-- Grain: definitie_code, published area, published zorgvorm, kwartaal in which the wait began.
-- Kaplan-Meier: the share that still waits after each day, in which who still waits at the end of
-- the view counts as long as it was seen. On one day, care that begins goes before the end of the
-- view. The median is the first day on which at most half still waits, the p90 a tenth. The naive
-- figures look at who started only.
with meting as (
    select *
    from {{ ref('fct_wachttijd_meting') }}
    where telt_mee
),

cohort as (
    select * from {{ ref('int_wachttijd_cohort') }}
),

niveau as (
    select * from {{ ref('int_publicatie_niveau') }}
),

per_dag as (
    select
        definitie_code,
        gemeente_code,
        zorgvorm,
        kwartaal,
        dagen,
        count(*) as aantal,
        count(case when not is_gecensureerd then 1 end) as aantal_gebeurd
    from meting
    group by definitie_code, gemeente_code, zorgvorm, kwartaal, dagen
),

per_niveau as (
    select
        per_dag.definitie_code,
        niveau.niveau_nummer,
        per_dag.kwartaal,
        per_dag.dagen,
        sum(per_dag.aantal) as aantal,
        sum(per_dag.aantal_gebeurd) as aantal_gebeurd
    from per_dag
    inner join niveau
        on
            per_dag.gemeente_code = niveau.gemeente_code
            and per_dag.zorgvorm = niveau.zorgvorm
    group by per_dag.definitie_code, niveau.niveau_nummer, per_dag.kwartaal, per_dag.dagen
),

van_cohort as (
    select
        cohort.cohort_nummer,
        cohort.aantal_begonnen,
        cohort.aantal_gestart,
        per_niveau.dagen,
        per_niveau.aantal,
        per_niveau.aantal_gebeurd
    from per_niveau
    inner join cohort
        on
            per_niveau.definitie_code = cohort.definitie_code
            and per_niveau.niveau_nummer = cohort.niveau_nummer
            and per_niveau.kwartaal = cohort.kwartaal
),

geteld as (
    select
        *,
        aantal_begonnen + aantal - sum(aantal) over tot_en_met as aantal_onder_risico,
        sum(aantal_gebeurd) over tot_en_met as aantal_gestart_tot_en_met
    from van_cohort
    window
        tot_en_met as (
            partition by cohort_nummer
            order by dagen asc
            rows between unbounded preceding and current row
        )
),

overleving as (
    select
        *,
        product(1.0 - aantal_gebeurd / aantal_onder_risico) over (
            partition by cohort_nummer
            order by dagen asc
            rows between unbounded preceding and current row
        ) as deel_wachtend
    from geteld
),

-- A share is a product of fractions: what equals a half may lie a rounding above it.
punten as (
    select
        cohort_nummer,
        min(dagen) filter (
            where aantal_gebeurd > 0 and aantal_gestart_tot_en_met >= 0.5 * aantal_gestart
        ) as naief_mediaan_dagen,
        min(dagen) filter (
            where aantal_gebeurd > 0 and aantal_gestart_tot_en_met >= 0.9 * aantal_gestart
        ) as naief_p90_dagen,
        min(dagen) filter (where deel_wachtend <= 0.5 + 1e-9) as km_mediaan_dagen,
        min(dagen) filter (where deel_wachtend <= 0.1 + 1e-9) as km_p90_dagen
    from overleving
    group by cohort_nummer
)

select
    cohort.definitie_code,
    cohort.gebied_code,
    cohort.zorgvorm_groep,
    cohort.kwartaal,
    punten.naief_mediaan_dagen,
    punten.naief_p90_dagen,
    punten.km_mediaan_dagen,
    punten.km_p90_dagen
from cohort
inner join punten on cohort.cohort_nummer = punten.cohort_nummer
