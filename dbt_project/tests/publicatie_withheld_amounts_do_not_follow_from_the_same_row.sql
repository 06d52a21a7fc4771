-- Granted and pending add up to declared: when one of them is withheld, so is the other.
with kosten as (
    select * from {{ ref('kosten_maand') }}
)

select
    zorgmaand,
    gemeente_code,
    zorgvorm
from kosten
where (toegekend_euro_status = 'onderdrukt') != (in_behandeling_euro_status = 'onderdrukt')
