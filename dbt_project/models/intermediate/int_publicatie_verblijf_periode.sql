-- Grain: published group of stay, verblijf_sleutel: what counts as one stay in that group. Gemeente
-- is that of its last episode.
with episode as (
    select * from {{ ref('fct_uithuisplaatsing') }}
),

groep as (
    select * from {{ ref('int_publicatie_verblijf') }}
),

met_sleutel as (
    select
        groep.verblijf,
        case groep.niveau
            when 'soort'
                then md5(episode.client_sleutel || episode.soort || ' ' || episode.start_datum)
            when 'soort_groep' then episode.soort_groep_sleutel
            else episode.uithuisplaatsing_sleutel
        end as verblijf_sleutel,
        episode.client_sleutel,
        episode.gemeente_code,
        episode.soort,
        episode.start_datum,
        episode.eind_datum
    from episode
    inner join groep on episode.soort = groep.soort
)

select
    verblijf,
    verblijf_sleutel,
    client_sleutel,
    max_by(gemeente_code, (start_datum, soort)) as gemeente_code,
    min(start_datum) as start_datum,
    case when count(eind_datum) = count(*) then max(eind_datum) end as eind_datum
from met_sleutel
group by verblijf, verblijf_sleutel, client_sleutel
