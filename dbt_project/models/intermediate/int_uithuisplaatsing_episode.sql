-- Grain: client_sleutel, soort, episode_nummer of out-of-home stay. Episodes that overlap or adjoin
-- are one out-of-home period (periode_nummer), and within one soort_groep one stay of that group
-- (groep_nummer): a move from pleegzorg to a residential place begins no new out-of-home period.
with episode as (
    select * from {{ ref('int_verblijf_episode') }}
),

soort as (
    select * from {{ ref('uithuisplaatsing_soort') }}
),

met_soort as (
    select
        episode.*,
        soort.soort_groep,
        soort.is_uithuisplaatsing
    from episode
    inner join soort
        on episode.soort = soort.soort
),

grens as (
    select
        *,
        coalesce(
            begin_datum > max(coalesce(eind_datum, date '9999-12-31')) over eerder_in_groep + 1,
            true
        ) as is_nieuw_in_groep,
        coalesce(
            begin_datum > max(coalesce(eind_datum, date '9999-12-31')) over eerder_in_periode + 1,
            true
        ) as is_nieuw_in_periode
    from met_soort
    window
        eerder_in_groep as (
            partition by client_sleutel, soort_groep
            order by begin_datum asc, soort asc, episode_nummer asc
            rows between unbounded preceding and 1 preceding
        ),
        eerder_in_periode as (
            partition by client_sleutel, is_uithuisplaatsing
            order by begin_datum asc, soort asc, episode_nummer asc
            rows between unbounded preceding and 1 preceding
        )
)

select
    client_sleutel,
    soort,
    episode_nummer,
    soort_groep,
    is_uithuisplaatsing,
    count(case when is_nieuw_in_groep then 1 end) over (
        partition by client_sleutel, soort_groep
        order by begin_datum asc, soort asc, episode_nummer asc
        rows between unbounded preceding and current row
    ) as groep_nummer,
    count(case when is_nieuw_in_periode then 1 end) over (
        partition by client_sleutel, is_uithuisplaatsing
        order by begin_datum asc, soort asc, episode_nummer asc
        rows between unbounded preceding and current row
    ) as periode_nummer,
    gemeente_code,
    aanbieder_agb,
    verwijzer_groep,
    basis,
    begin_datum,
    eind_datum,
    etmalen_per_week,
    bekend_sinds
from grens
