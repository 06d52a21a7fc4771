-- Per gemeente and care month, so that two errors cannot cancel out.
with kosten as (
    select * from {{ ref('fct_kosten') }}
),

regel as (
    select * from {{ ref('fct_declaratieregel') }}
),

declaratie_status as (
    select * from {{ ref('declaratie_status') }}
),

volgens_kosten as (
    select
        gemeente_code,
        zorgmaand,
        sum(toegekend_eurocent + in_behandeling_eurocent) as kosten_eurocent,
        sum(toegekend_eurocent) as toegekend_eurocent
    from kosten
    where verwijzer_groep <> 'nvt'
    group by gemeente_code, zorgmaand
),

volgens_regel as (
    select
        regel.gemeente_code,
        regel.zorgmaand,
        coalesce(
            sum(regel.ingediend_eurocent) filter (where declaratie_status.telt_als_kosten), 0
        ) as kosten_eurocent,
        sum(regel.toegekend_eurocent) as toegekend_eurocent
    from regel
    inner join declaratie_status
        on regel.status = declaratie_status.status
    group by regel.gemeente_code, regel.zorgmaand
)

select
    coalesce(volgens_kosten.gemeente_code, volgens_regel.gemeente_code) as gemeente_code,
    coalesce(volgens_kosten.zorgmaand, volgens_regel.zorgmaand) as zorgmaand,
    volgens_kosten.kosten_eurocent as volgens_kosten_eurocent,
    volgens_regel.kosten_eurocent as volgens_regel_eurocent
from volgens_kosten
full outer join volgens_regel
    on
        volgens_kosten.gemeente_code = volgens_regel.gemeente_code
        and volgens_kosten.zorgmaand = volgens_regel.zorgmaand
where
    volgens_kosten.kosten_eurocent is distinct from volgens_regel.kosten_eurocent
    or volgens_kosten.toegekend_eurocent is distinct from volgens_regel.toegekend_eurocent
