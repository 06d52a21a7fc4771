-- Grain: bron, periode (maand, kwartaal or jaar), published area. Share of what was expected that
-- was received; a periode in which nothing was expected has no row. `ijw` is the share with a
-- declaratie, which cost rests on; `ijw_begin` the share of which a begin is known, which use and
-- waits rest on. Kwartaalcijfers are reported for the whole region, so each gemeente shows the
-- share of the region.
with ijw as (
    select * from {{ ref('int_volledigheid_ijw') }}
),

ijw_begin as (
    select * from {{ ref('int_volledigheid_begin') }}
),

kwartaalcijfers as (
    select * from {{ ref('int_volledigheid_kwartaalcijfers') }}
),

gebied as (
    select * from {{ ref('int_publicatie_gebied') }}
),

ijw_gebied as (
    select
        'ijw' as bron,
        gebied.gebied_code,
        ijw.zorgmaand,
        ijw.verwacht,
        ijw.ontvangen
    from ijw
    inner join gebied on ijw.gemeente_code = gebied.gemeente_code
    union all
    select
        'ijw_begin' as bron,
        gebied.gebied_code,
        ijw_begin.zorgmaand,
        ijw_begin.verwacht,
        ijw_begin.ontvangen
    from ijw_begin
    inner join gebied on ijw_begin.gemeente_code = gebied.gemeente_code
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
        bron,
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
