-- Grain: zorgmaand, bron, aanbieder or total, gemeente or region. How many of the expected
-- deliveries are there. Kwartaalcijfers are for the region and stand at the last month of their
-- kwartaal.
with ijw as (
    select * from {{ ref('int_volledigheid_ijw') }}
),

kwartaalcijfers as (
    select * from {{ ref('int_volledigheid_kwartaalcijfers') }}
),

gebied as (
    select * from {{ ref('int_publicatie_gebied') }}
),

aanbieder as (
    select * from {{ ref('dim_aanbieder') }}
),

maand as (
    select * from {{ ref('dim_maand') }}
),

peil as (
    select * from {{ ref('int_peildatum') }}
),

laatste_maand as (
    select
        kwartaal,
        max(zorgmaand) as zorgmaand
    from maand
    group by kwartaal
),

per_aanbieder as (
    select
        ijw.zorgmaand,
        'ijw' as bron,
        ijw.aanbieder_agb,
        gebied.gebied_code,
        ijw.verwacht,
        ijw.ontvangen
    from ijw
    inner join gebied on ijw.gemeente_code = gebied.gemeente_code
    union all
    select
        laatste_maand.zorgmaand,
        'kwartaalcijfers' as bron,
        kwartaalcijfers.aanbieder_agb,
        'regio' as gebied_code,
        kwartaalcijfers.verwacht,
        kwartaalcijfers.ontvangen
    from kwartaalcijfers
    inner join laatste_maand on kwartaalcijfers.kwartaal = laatste_maand.kwartaal
),

met_totaal as (
    select * from per_aanbieder
    union all
    select
        zorgmaand,
        bron,
        'totaal' as aanbieder_agb,
        gebied_code,
        verwacht,
        ontvangen
    from per_aanbieder
),

som as (
    select
        zorgmaand,
        bron,
        aanbieder_agb,
        gebied_code,
        sum(verwacht) as verwacht,
        sum(ontvangen) as ontvangen
    from met_totaal
    group by zorgmaand, bron, aanbieder_agb, gebied_code
)

select
    som.zorgmaand,
    som.bron,
    som.aanbieder_agb,
    case
        when som.aanbieder_agb = 'totaal' then 'Totaal' else aanbieder.aanbieder_naam
    end as aanbieder_naam,
    som.gebied_code as gemeente_code,
    {{ onderdruk('verwacht', 'bigint') }},
    {{ onderdruk('ontvangen', 'bigint') }},
    cast(100.0 * som.ontvangen / som.verwacht as decimal(5, 1)) as volledigheid_percentage,
    peil.peildatum as stand_datum
from som
cross join peil
left join aanbieder on som.aanbieder_agb = aanbieder.aanbieder_agb
