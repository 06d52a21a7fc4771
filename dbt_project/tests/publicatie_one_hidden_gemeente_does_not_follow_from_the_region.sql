-- Amounts of the gemeenten add up to the region: a band that one gemeente alone withholds would
-- follow from the region.
with zorgzwaarte as (
    select * from {{ ref('zorgzwaarte_jaar') }}
)

select
    jaar,
    zorgzwaarte_band
from zorgzwaarte
group by jaar, zorgzwaarte_band
having
    count(*) filter (where gemeente_code != 'regio' and kosten_euro_status = 'onderdrukt') = 1
    and bool_or(gemeente_code = 'regio' and kosten_euro_status = 'waarde')
