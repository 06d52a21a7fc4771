-- Grain: zorgvorm. The level is the one on the peildatum; facts carry the level of their own date.
with zorgvorm as (
    select * from {{ ref('zorgvorm') }}
),

schaalniveau as (
    select * from {{ ref('schaalniveau') }}
),

peil as (
    select * from {{ ref('int_peildatum') }}
)

select
    zorgvorm.zorgvorm,
    zorgvorm.zorgvorm_naam,
    zorgvorm.groep as zorgvorm_groep,
    zorgvorm.met_verblijf,
    zorgvorm.bij_hulpvorm_code,
    coalesce(schaalniveau.niveau, 'onbekend') as niveau,
    zorgvorm.volgorde
from zorgvorm
cross join peil
left join schaalniveau
    on
        zorgvorm.zorgvorm = schaalniveau.zorgvorm
        and {{ geldt_op('peil.peildatum', 'schaalniveau') }}
