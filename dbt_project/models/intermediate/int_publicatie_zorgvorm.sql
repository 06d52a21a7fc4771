-- Grain: published zorgvorm, zorgvorm in it. Every zorgvorm stands for itself and in the total.
with zorgvorm as (
    select * from {{ ref('zorgvorm') }}
)

select
    zorgvorm as zorgvorm_groep,
    zorgvorm_naam as zorgvorm_groep_naam,
    zorgvorm
from zorgvorm
union all
select
    'totaal' as zorgvorm_groep,
    'Totaal' as zorgvorm_groep_naam,
    zorgvorm
from zorgvorm
