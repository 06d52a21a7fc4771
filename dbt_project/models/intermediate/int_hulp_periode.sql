-- Grain: piece of help: a live start up to the last day of care that is known, or a whole month
-- that was declared on a toewijzing without a start.
with segment as (
    select * from {{ ref('int_zorgsegment') }}
),

zorgmaand as (
    select * from {{ ref('int_zorgmaand') }}
)

select
    client_sleutel,
    aanbieder_agb,
    zorgvorm,
    begin_datum,
    coalesce(zorg_eind_datum, date '9999-12-30') as eind_datum
from segment
union all
select
    client_sleutel,
    aanbieder_agb,
    zorgvorm,
    zorgmaand as begin_datum,
    {{ laatste_van_maand('zorgmaand') }} as eind_datum
from zorgmaand
where basis = 'declaratie'
