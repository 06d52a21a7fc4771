-- Grain: published area, published zorgvorm, gemeente and zorgvorm in them. A level is an area and
-- a zorgvorm; its number groups and sorts faster than two texts, and holds in this build only.
with gebied as (
    select * from {{ ref('int_publicatie_gebied') }}
),

zorgvorm as (
    select * from {{ ref('int_publicatie_zorgvorm') }}
)

select
    gebied.gebied_code,
    zorgvorm.zorgvorm_groep,
    gebied.gemeente_code,
    zorgvorm.zorgvorm,
    dense_rank() over (order by gebied.gebied_code, zorgvorm.zorgvorm_groep) as niveau_nummer
from gebied
cross join zorgvorm
