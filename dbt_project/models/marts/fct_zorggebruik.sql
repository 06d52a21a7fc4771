-- Grain: client_sleutel, gemeente_code, zorgvorm, zorgmaand with at least one day in care.
with zorgmaand as (
    select * from {{ ref('int_zorgmaand') }}
),

schaalniveau as (
    select * from {{ ref('schaalniveau') }}
),

peil as (
    select * from {{ ref('int_peildatum') }}
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
        coalesce(
            lag(zorgmaand) over reeks < {{ tel_maanden_op('zorgmaand', -1) }}, true
        ) as is_instroom,
        coalesce(
            lead(zorgmaand) over reeks > {{ tel_maanden_op('zorgmaand', 1) }}, true
        ) as is_laatste_voor_onderbreking
    from per_jeugdige
    window reeks as (partition by client_sleutel, gemeente_code, zorgvorm order by zorgmaand)
),

doorstroom as (
    select distinct
        met_buren.client_sleutel,
        met_buren.zorgmaand
    from met_buren
    inner join per_jeugdige as vorige_maand
        on
            met_buren.client_sleutel = vorige_maand.client_sleutel
            and {{ tel_maanden_op('met_buren.zorgmaand', -1) }} = vorige_maand.zorgmaand
    where met_buren.is_instroom
)

select
    met_buren.client_sleutel,
    met_buren.gemeente_code,
    met_buren.zorgvorm,
    met_buren.zorgmaand,
    met_buren.aanbieder_agb,
    coalesce(schaalniveau.niveau, 'onbekend') as niveau,
    met_buren.is_instroom,
    met_buren.is_instroom and doorstroom.zorgmaand is not null as is_doorstroom,
    -- In the month of the peildatum nothing follows yet: only a known end counts as uitstroom.
    met_buren.is_laatste_voor_onderbreking
    and (
        met_buren.zorgmaand < {{ eerste_van_maand('peil.peildatum') }}
        or met_buren.laatste_eind_datum <= {{ laatste_van_maand('met_buren.zorgmaand') }}
    ) as is_uitstroom,
    met_buren.basis,
    met_buren.bekend_sinds
from met_buren
cross join peil
left join doorstroom
    on
        met_buren.client_sleutel = doorstroom.client_sleutel
        and met_buren.zorgmaand = doorstroom.zorgmaand
left join schaalniveau
    on
        met_buren.zorgvorm = schaalniveau.zorgvorm
        and {{ geldt_op('met_buren.zorgmaand', 'schaalniveau') }}
