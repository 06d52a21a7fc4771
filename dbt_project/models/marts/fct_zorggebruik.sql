-- Grain: client_sleutel, gemeente_code, zorgvorm, zorgmaand with at least one day in care.
with zorgmaand as (
    select * from {{ ref('int_zorgmaand') }}
),

schaalniveau as (
    select * from {{ ref('schaalniveau') }}
),

per_jeugdige as (
    select
        client_sleutel,
        gemeente_code,
        zorgvorm,
        zorgmaand,
        min(aanbieder_agb) as aanbieder_agb,
        max(basis) as basis,
        max(coalesce(eind_datum, date '9999-12-31')) as laatste_eind_datum,
        max(bekend_sinds) as bekend_sinds
    from zorgmaand
    group by client_sleutel, gemeente_code, zorgvorm, zorgmaand
),

met_buren as (
    select
        *,
        lag(zorgmaand) over reeks as vorige_zorgmaand,
        lead(zorgmaand) over reeks as volgende_zorgmaand
    from per_jeugdige
    window reeks as (partition by client_sleutel, gemeente_code, zorgvorm order by zorgmaand)
)

select
    met_buren.client_sleutel,
    met_buren.gemeente_code,
    met_buren.zorgvorm,
    met_buren.zorgmaand,
    met_buren.aanbieder_agb,
    coalesce(schaalniveau.niveau, 'onbekend') as niveau,
    coalesce(
        met_buren.vorige_zorgmaand < {{ tel_maanden_op('met_buren.zorgmaand', -1) }}, true
    ) as is_instroom,
    -- In the last month nothing follows yet: only an end that is known counts as uitstroom.
    met_buren.laatste_eind_datum <= {{ laatste_van_maand('met_buren.zorgmaand') }}
    and coalesce(
        met_buren.volgende_zorgmaand > {{ tel_maanden_op('met_buren.zorgmaand', 1) }}, true
    ) as is_uitstroom,
    met_buren.basis,
    met_buren.bekend_sinds
from met_buren
left join schaalniveau
    on
        met_buren.zorgvorm = schaalniveau.zorgvorm
        and {{ geldt_op('met_buren.zorgmaand', 'schaalniveau') }}
