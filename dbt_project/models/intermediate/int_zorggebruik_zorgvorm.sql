-- Grain: zorgvorm in use. A zorgvorm without toewijzingen is taakgericht: its jeugdigen are not in
-- the messages.
with zorggebruik as (
    select * from {{ ref('fct_zorggebruik') }}
),

toewijzing as (
    select * from {{ ref('fct_toewijzing') }}
),

kosten as (
    select * from {{ ref('fct_kosten') }}
),

gebruikt as (
    select
        zorgvorm,
        true as is_ijw
    from toewijzing
    union
    select
        zorgvorm,
        true as is_ijw
    from zorggebruik
    union
    select
        zorgvorm,
        false as is_ijw
    from kosten
)

select
    zorgvorm,
    bool_or(is_ijw) as is_ijw
from gebruikt
group by zorgvorm
