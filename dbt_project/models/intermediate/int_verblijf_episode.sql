-- Grain: client_sleutel, soort, episode_nummer. Stretches of stay of one soort that overlap or
-- adjoin are one episode, also at another aanbieder. Gemeente and aanbieder are the last ones, the
-- verwijzer the first. A stay without a night is none.
with deel as (
    select * from {{ ref('int_verblijf_deel') }}
),

etmaal as (
    select * from {{ ref('int_verblijf_etmaal') }}
),

soort as (
    select * from {{ ref('uithuisplaatsing_soort') }}
),

deeltijd as (
    select * from {{ ref('uithuisplaatsing_deeltijd') }}
),

toewijzing_verwijzer as (
    select * from {{ ref('int_toewijzing_verwijzer') }}
),

ingedeeld as (
    select
        deel.gemeente_code,
        deel.aanbieder_agb,
        deel.client_sleutel,
        deel.toewijzing_nummer,
        deel.basis,
        deel.begin_datum,
        deel.eind_datum,
        deel.bekend_sinds,
        etmaal.etmalen_per_week,
        toewijzing_verwijzer.verwijzer_groep,
        case when deeltijd.eenheid_code is null then deel.soort else 'deeltijd_kort' end as soort
    from deel
    inner join soort
        on deel.soort = soort.soort
    left join etmaal
        on
            deel.gemeente_code = etmaal.gemeente_code
            and deel.toewijzing_nummer = etmaal.toewijzing_nummer
    left join deeltijd
        on
            soort.deeltijd_uit_etmalen
            and etmaal.etmalen_per_week < deeltijd.minimum_etmalen_per_week
            and etmaal.dagen >= deeltijd.minimum_dagen
            and {{ geldt_op('deel.begin_datum', 'deeltijd') }}
    left join toewijzing_verwijzer
        on
            deel.gemeente_code = toewijzing_verwijzer.gemeente_code
            and deel.toewijzing_nummer = toewijzing_verwijzer.toewijzing_nummer
),

grens as (
    select
        *,
        coalesce(
            begin_datum > max(coalesce(eind_datum, date '9999-12-31')) over eerder + 1, true
        ) as is_nieuw
    from ingedeeld
    window
        eerder as (
            partition by client_sleutel, soort
            order by begin_datum asc, gemeente_code asc, toewijzing_nummer asc
            rows between unbounded preceding and 1 preceding
        )
),

genummerd as (
    select
        *,
        count(case when is_nieuw then 1 end) over (
            partition by client_sleutel, soort
            order by begin_datum asc, gemeente_code asc, toewijzing_nummer asc
            rows between unbounded preceding and current row
        ) as episode_nummer
    from grens
),

episode as (
    select
        client_sleutel,
        soort,
        episode_nummer,
        max_by(gemeente_code, (begin_datum, gemeente_code, toewijzing_nummer)) as gemeente_code,
        max_by(aanbieder_agb, (begin_datum, gemeente_code, toewijzing_nummer)) as aanbieder_agb,
        min_by(verwijzer_groep, (begin_datum, gemeente_code, toewijzing_nummer))
            as verwijzer_groep,
        min_by(basis, (begin_datum, gemeente_code, toewijzing_nummer)) as basis,
        min(begin_datum) as begin_datum,
        case when count(eind_datum) = count(*) then max(eind_datum) end as eind_datum,
        min(etmalen_per_week) as etmalen_per_week,
        max(bekend_sinds) as bekend_sinds
    from genummerd
    group by client_sleutel, soort, episode_nummer
)

select *
from episode
where eind_datum is null or eind_datum > begin_datum
