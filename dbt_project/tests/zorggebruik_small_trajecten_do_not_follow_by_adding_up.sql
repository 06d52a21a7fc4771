-- Neither the hulpvormen of a group nor the halfjaren of a year give a small number of trajecten
-- away: what the shown ones leave of the shown total is nought or not small. Halfjaren that are all
-- shown may differ from their year by who moved house.
with halfjaar as (
    select * from {{ ref('zorggebruik_halfjaar') }}
),

hulpvorm as (
    select * from {{ ref('int_bij_hulpvorm') }}
),

deling as (
    select distinct
        deel.hulpvorm,
        geheel.hulpvorm as geheel_hulpvorm
    from hulpvorm as deel
    inner join hulpvorm as geheel on deel.bij_hulpvorm_code = geheel.bij_hulpvorm_code
    where
        geheel.is_groep
        and deel.hulpvorm != geheel.hulpvorm
        and deel.hulpvorm != 'totaal'
        and deel.is_groep = (geheel.hulpvorm = 'totaal')
),

per_hulpvorm as (
    select
        halfjaar.periode,
        halfjaar.gemeente_code,
        deling.geheel_hulpvorm,
        sum(halfjaar.aantal_trajecten) as aantal_trajecten,
        sum(halfjaar.aantal_begonnen) as aantal_begonnen,
        sum(halfjaar.aantal_beeindigd) as aantal_beeindigd
    from halfjaar
    inner join deling on halfjaar.hulpvorm = deling.hulpvorm
    group by halfjaar.periode, halfjaar.gemeente_code, deling.geheel_hulpvorm
),

per_jaar as (
    select
        left(periode, 4) as jaar,
        gemeente_code,
        hulpvorm,
        sum(aantal_begonnen) as aantal_begonnen,
        sum(aantal_beeindigd) as aantal_beeindigd
    from halfjaar
    where periode_soort = 'halfjaar'
    group by left(periode, 4), gemeente_code, hulpvorm
    having bool_or(aantal_beeindigd is null)
)

select
    halfjaar.periode,
    halfjaar.gemeente_code,
    halfjaar.hulpvorm
from halfjaar
inner join per_hulpvorm
    on
        halfjaar.periode = per_hulpvorm.periode
        and halfjaar.gemeente_code = per_hulpvorm.gemeente_code
        and halfjaar.hulpvorm = per_hulpvorm.geheel_hulpvorm
where
    {{ is_klein([
        'halfjaar.aantal_trajecten - coalesce(per_hulpvorm.aantal_trajecten, 0)',
        'halfjaar.aantal_begonnen - coalesce(per_hulpvorm.aantal_begonnen, 0)',
        'halfjaar.aantal_beeindigd - coalesce(per_hulpvorm.aantal_beeindigd, 0)'
    ]) }}
union all
select
    halfjaar.periode,
    halfjaar.gemeente_code,
    halfjaar.hulpvorm
from halfjaar
inner join per_jaar
    on
        halfjaar.periode = per_jaar.jaar
        and halfjaar.gemeente_code = per_jaar.gemeente_code
        and halfjaar.hulpvorm = per_jaar.hulpvorm
where
    {{ is_klein([
        'halfjaar.aantal_begonnen - coalesce(per_jaar.aantal_begonnen, 0)',
        'halfjaar.aantal_beeindigd - coalesce(per_jaar.aantal_beeindigd, 0)'
    ]) }}
