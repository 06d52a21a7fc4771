-- Grain: aanbieder, gemeente, zorgmaand with running care of which a declaratie is expected.
-- Counts toewijzingen: expected is every one with a day in care in that month, received those with
-- at least one declared line for that month, whatever the gemeente decided about it. Care that is
-- not declared every month is left out.
with segment as (
    select * from {{ ref('int_zorgsegment') }}
),

regel as (
    select * from {{ ref('fct_declaratieregel') }}
),

ritme as (
    select * from {{ ref('declaratie_ritme') }}
),

maand as (
    select * from {{ ref('dim_maand') }}
),

peil as (
    select * from {{ ref('int_peildatum') }}
),

verwacht as (
    select distinct
        segment.aanbieder_agb,
        segment.gemeente_code,
        segment.toewijzing_nummer,
        maand.zorgmaand
    from segment
    cross join peil
    inner join maand
        on
            segment.begin_datum <= maand.laatste_dag
            and coalesce(segment.zorg_eind_datum, peil.peildatum) >= maand.zorgmaand
    left join ritme
        on
            segment.zorgvorm = ritme.zorgvorm
            and ritme.ritme = 'eenmalig'
            and {{ geldt_op('maand.zorgmaand', 'ritme') }}
    where
        maand.zorgmaand <= peil.peildatum
        and segment.toewijzing_nummer is not null
        and ritme.zorgvorm is null
),

ontvangen as (
    select distinct
        aanbieder_agb,
        gemeente_code,
        toewijzing_nummer,
        zorgmaand
    from regel
)

select
    verwacht.aanbieder_agb,
    verwacht.gemeente_code,
    verwacht.zorgmaand,
    count(*) as verwacht,
    count(ontvangen.zorgmaand) as ontvangen
from verwacht
left join ontvangen
    on
        verwacht.aanbieder_agb = ontvangen.aanbieder_agb
        and verwacht.gemeente_code = ontvangen.gemeente_code
        and verwacht.toewijzing_nummer = ontvangen.toewijzing_nummer
        and verwacht.zorgmaand = ontvangen.zorgmaand
group by verwacht.aanbieder_agb, verwacht.gemeente_code, verwacht.zorgmaand
