-- What was booked on an earlier stand and what came since are the cost of the month: not shown for
-- a month that kosten_maand withholds.
with toets as (
    select *
    from {{ ref('raming_toets') }}
    where maanden_terug != 'totaal' and gekomen_euro_status = 'waarde'
),

maand as (
    select *
    from {{ ref('kosten_maand') }}
    where zorgvorm = 'totaal' and kosten_euro_status = 'onderdrukt'
)

select
    toets.toets_datum,
    toets.gemeente_code,
    toets.maanden_terug
from toets
inner join maand
    on
        toets.gemeente_code = maand.gemeente_code
        and cast(toets.maanden_terug as integer)
        = date_diff('month', maand.zorgmaand, toets.toets_datum)
