-- No row may be left out: zero is a row, missing is a row.
with kosten as (
    select * from {{ ref('kosten_maand') }}
),

geteld as (
    select
        count(*) as aantal,
        count(distinct zorgmaand)
        * count(distinct gemeente_code)
        * count(distinct zorgvorm) as verwacht
    from kosten
)

select
    aantal,
    verwacht
from geteld
where aantal != verwacht
