-- Grain: zorgmaand, bron, aanbieder or total, gemeente or region. How much of what was expected is
-- there. Kwartaalcijfers are for the region and stand at the last month of their
-- kwartaal.
with ijw as (
    select * from {{ ref('int_volledigheid_ijw') }}
),

kwartaalcijfers as (
    select * from {{ ref('int_volledigheid_kwartaalcijfers') }}
),

eerste as (
    select *
    from {{ ref('fct_levering') }}
    where is_eerste_levering
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
        ijw.ontvangen,
        coalesce(eerste.periode is not null, false) as is_eerste_levering
    from ijw
    inner join gebied on ijw.gemeente_code = gebied.gemeente_code
    left join eerste
        on
            eerste.bron = 'ijw'
            and ijw.aanbieder_agb = eerste.aanbieder_agb
            and left(cast(ijw.zorgmaand as varchar), 7) = eerste.periode
    union all
    select
        laatste_maand.zorgmaand,
        'kwartaalcijfers' as bron,
        kwartaalcijfers.aanbieder_agb,
        'regio' as gebied_code,
        kwartaalcijfers.verwacht,
        kwartaalcijfers.ontvangen,
        coalesce(eerste.periode is not null, false) as is_eerste_levering
    from kwartaalcijfers
    inner join laatste_maand on kwartaalcijfers.kwartaal = laatste_maand.kwartaal
    left join eerste
        on
            eerste.bron = 'kwartaalcijfers'
            and kwartaalcijfers.aanbieder_agb = eerste.aanbieder_agb
            and kwartaalcijfers.kwartaal = eerste.periode
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
        ontvangen,
        is_eerste_levering
    from per_aanbieder
),

som as (
    select
        zorgmaand,
        bron,
        aanbieder_agb,
        gebied_code,
        sum(verwacht) as verwacht,
        sum(ontvangen) as ontvangen,
        100.0 * sum(ontvangen) / sum(verwacht) as volledigheid_percentage,
        -- a toewijzing is of one jeugdige; a kwartaalopgave of none
        case
            when bron = 'ijw' then coalesce(least(nullif(sum(ontvangen), 0), sum(verwacht)), 0)
            else 0
        end as kleinste_jeugdigen,
        bool_or(is_eerste_levering) as is_eerste_levering
    from met_totaal
    group by zorgmaand, bron, aanbieder_agb, gebied_code
),

-- The aanbieders add up to the total, which would give a single small one away: what an aanbieder
-- withholds, it withholds of all its figures, and another withholds the same ones with it.
oordeel as (
    select
        *,
        {{ gaat_mee_onderdrukt(
            'kleinste_jeugdigen',
            ['zorgmaand', 'bron', 'gebied_code', "aanbieder_agb = 'totaal'"],
            'aanbieder_agb'
        ) }} as gaat_mee
    from som
)

select
    oordeel.zorgmaand,
    oordeel.bron,
    oordeel.aanbieder_agb,
    case
        when oordeel.aanbieder_agb = 'totaal' then 'Totaal' else aanbieder.aanbieder_naam
    end as aanbieder_naam,
    oordeel.gebied_code as gemeente_code,
    {{ onderdruk('verwacht', 'bigint', ['kleinste_jeugdigen'], mee='gaat_mee') }},
    {{ onderdruk('ontvangen', 'bigint', ['kleinste_jeugdigen'], mee='gaat_mee') }},
    {{ onderdruk(
        'volledigheid_percentage', 'decimal(5, 1)', ['kleinste_jeugdigen'], mee='gaat_mee'
    ) }},
    oordeel.is_eerste_levering,
    peil.peildatum as stand_datum
from oordeel
cross join peil
left join aanbieder on oordeel.aanbieder_agb = aanbieder.aanbieder_agb
