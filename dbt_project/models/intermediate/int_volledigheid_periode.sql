-- Grain: bron, periode (maand, kwartaal or jaar), published area. Share of the expected deliveries
-- that were received; a periode in which nothing was expected has no row. Kwartaalcijfers are
-- reported for the whole region, so each gemeente shows the share of the region.
with ijw as (
    select * from {{ ref('int_volledigheid_ijw') }}
),

kwartaalcijfers as (
    select * from {{ ref('int_volledigheid_kwartaalcijfers') }}
),

gebied as (
    select * from {{ ref('int_publicatie_gebied') }}
),

ijw_gebied as (
    select
        gebied.gebied_code,
        ijw.zorgmaand,
        ijw.verwacht,
        ijw.ontvangen
    from ijw
    inner join gebied on ijw.gemeente_code = gebied.gemeente_code
),

ijw_periode as (
    select
        *,
        left(cast(zorgmaand as varchar), 7) as periode
    from ijw_gebied
    union all
    select
        *,
        {{ kwartaal('zorgmaand') }} as periode
    from ijw_gebied
    union all
    select
        *,
        cast(extract(year from zorgmaand) as varchar) as periode
    from ijw_gebied
),

gebied_code as (
    select distinct gebied_code
    from gebied
),

alles as (
    select
        'ijw' as bron,
        periode,
        gebied_code,
        verwacht,
        ontvangen
    from ijw_periode
    union all
    select
        'kwartaalcijfers' as bron,
        kwartaalcijfers.kwartaal as periode,
        gebied_code.gebied_code,
        kwartaalcijfers.verwacht,
        kwartaalcijfers.ontvangen
    from kwartaalcijfers
    cross join gebied_code
)

select
    bron,
    periode,
    gebied_code,
    sum(verwacht) as verwacht,
    sum(ontvangen) as ontvangen,
    cast(100.0 * sum(ontvangen) / sum(verwacht) as decimal(5, 1)) as volledigheid_percentage
from alles
group by bron, periode, gebied_code
