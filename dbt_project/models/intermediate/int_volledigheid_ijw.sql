-- Grain: aanbieder, gemeente, zorgmaand with a running traject: a declaratie is expected. Received
-- means at least one declared line for that zorgmaand, whatever the gemeente decided about it.
with traject as (
    select * from {{ ref('fct_traject') }}
),

regel as (
    select * from {{ ref('fct_declaratieregel') }}
),

maand as (
    select * from {{ ref('dim_maand') }}
),

peil as (
    select * from {{ ref('int_peildatum') }}
),

verwacht as (
    select distinct
        traject.aanbieder_agb,
        traject.gemeente_code,
        maand.zorgmaand
    from traject
    cross join peil
    inner join maand
        on
            traject.start_datum <= maand.laatste_dag
            and coalesce(traject.stop_datum, peil.peildatum) >= maand.zorgmaand
    where maand.zorgmaand <= peil.peildatum
),

ontvangen as (
    select distinct
        aanbieder_agb,
        gemeente_code,
        zorgmaand
    from regel
)

select
    verwacht.aanbieder_agb,
    verwacht.gemeente_code,
    verwacht.zorgmaand,
    1 as verwacht,
    case when ontvangen.zorgmaand is not null then 1 else 0 end as ontvangen
from verwacht
left join ontvangen
    on
        verwacht.aanbieder_agb = ontvangen.aanbieder_agb
        and verwacht.gemeente_code = ontvangen.gemeente_code
        and verwacht.zorgmaand = ontvangen.zorgmaand
