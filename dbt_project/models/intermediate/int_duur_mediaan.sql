-- Grain: published area, published zorgvorm, jaar of the start. Median duration of all trajecten
-- that began in the jaar, with running ones censored (Kaplan-Meier); empty when less than half of
-- them is known to have ended.
with waarneming as (
    select * from {{ ref('int_duur_waarneming') }}
),

gebied as (
    select * from {{ ref('int_publicatie_gebied') }}
),

zorgvorm as (
    select * from {{ ref('int_publicatie_zorgvorm') }}
),

per_duur as (
    select
        gebied.gebied_code,
        zorgvorm.zorgvorm_groep,
        extract(year from waarneming.start_datum) as jaar,
        waarneming.duur_dagen,
        count(*) as aantal,
        count_if(waarneming.is_beeindigd) as aantal_beeindigd
    from waarneming
    inner join gebied on waarneming.gemeente_code = gebied.gemeente_code
    inner join zorgvorm on waarneming.zorgvorm = zorgvorm.zorgvorm
    group by
        gebied.gebied_code,
        zorgvorm.zorgvorm_groep,
        extract(year from waarneming.start_datum),
        waarneming.duur_dagen
),

met_risico as (
    select
        *,
        sum(aantal) over (
            partition by gebied_code, zorgvorm_groep, jaar
            order by duur_dagen desc
            rows between unbounded preceding and current row
        ) as aantal_in_zorg
    from per_duur
),

met_overleving as (
    select
        gebied_code,
        zorgvorm_groep,
        jaar,
        duur_dagen,
        product(1.0 - aantal_beeindigd / aantal_in_zorg) over (
            partition by gebied_code, zorgvorm_groep, jaar
            order by duur_dagen asc
            rows between unbounded preceding and current row
        ) as deel_nog_in_zorg
    from met_risico
)

-- a share of exactly one half may come out a hair above it
select
    gebied_code,
    zorgvorm_groep,
    jaar,
    min(duur_dagen) filter (
        where deel_nog_in_zorg <= 0.5 + 1e-9
    ) as mediaan_duur_dagen
from met_overleving
group by gebied_code, zorgvorm_groep, jaar
