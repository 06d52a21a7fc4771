-- Grain: client_sleutel, soort, start_datum: one stay of one soort. A stay starts on the day after
-- the first night (BIJ). Part-time and short stay is no out-of-home placement, but has its rows.
with episode as (
    select * from {{ ref('int_uithuisplaatsing_episode') }}
),

soort as (
    select * from {{ ref('uithuisplaatsing_soort') }}
),

maatregel as (
    select *
    from {{ ref('fct_jeugdbescherming') }}
    where is_jb
),

aanbieder as (
    select * from {{ ref('dim_aanbieder') }}
),

regiogemeente as (
    select *
    from {{ ref('dim_gemeente') }}
    where is_regiogemeente
),

peil as (
    select * from {{ ref('int_peildatum') }}
),

verblijf as (
    select
        episode.*,
        cast(episode.begin_datum + 1 as date) as start_datum,
        coalesce(episode.eind_datum, peil.peildatum) as tot_datum
    from episode
    cross join peil
    where episode.begin_datum < peil.peildatum
),

onder_maatregel as (
    select
        verblijf.client_sleutel,
        verblijf.soort,
        verblijf.episode_nummer,
        max_by(maatregel.machtiging_code, maatregel.start_datum) filter (
            where
            maatregel.machtiging_begin_datum <= verblijf.tot_datum
            and (
                maatregel.machtiging_eind_datum is null
                or maatregel.machtiging_eind_datum >= verblijf.start_datum
            )
        ) as machtiging_code,
        max(maatregel.bekend_sinds) as bekend_sinds
    from verblijf
    inner join maatregel
        on
            verblijf.client_sleutel = maatregel.client_sleutel
            and verblijf.tot_datum >= maatregel.start_datum
            and (maatregel.eind_datum is null or verblijf.start_datum <= maatregel.eind_datum)
    group by verblijf.client_sleutel, verblijf.soort, verblijf.episode_nummer
)

select
    verblijf.client_sleutel,
    verblijf.soort,
    verblijf.soort_groep,
    verblijf.is_uithuisplaatsing,
    verblijf.start_datum,
    verblijf.eind_datum,
    verblijf.eind_datum is null as is_lopend,
    cast(verblijf.tot_datum - verblijf.start_datum + 1 as integer) as duur_dagen,
    case
        when verblijf.is_uithuisplaatsing
            then md5(verblijf.client_sleutel || ' ' || verblijf.periode_nummer)
    end as uithuisplaatsing_sleutel,
    md5(verblijf.client_sleutel || verblijf.soort_groep || ' ' || verblijf.groep_nummer)
        as soort_groep_sleutel,
    verblijf.gemeente_code,
    verblijf.aanbieder_agb,
    verblijf.verwijzer_groep,
    verblijf.basis,
    cast(verblijf.etmalen_per_week as decimal(9, 2)) as etmalen_per_week,
    case
        when not soort.verblijf_bij_aanbieder then 'onbekend'
        when aanbieder.vestiging_gemeente_code is null then 'onbekend'
        when regiogemeente.gemeente_code is null then 'buiten_regio'
        else 'in_regio'
    end as plaats,
    onder_maatregel.client_sleutel is not null as is_onder_jeugdbescherming,
    case
        when onder_maatregel.machtiging_code is not null then onder_maatregel.machtiging_code
        when onder_maatregel.client_sleutel is null then 'geen'
        else 'onbekend'
    end as machtiging,
    greatest(verblijf.bekend_sinds, onder_maatregel.bekend_sinds) as bekend_sinds
from verblijf
inner join soort
    on verblijf.soort = soort.soort
left join aanbieder
    on verblijf.aanbieder_agb = aanbieder.aanbieder_agb
left join regiogemeente
    on aanbieder.vestiging_gemeente_code = regiogemeente.gemeente_code
left join onder_maatregel
    on
        verblijf.client_sleutel = onder_maatregel.client_sleutel
        and verblijf.soort = onder_maatregel.soort
        and verblijf.episode_nummer = onder_maatregel.episode_nummer
