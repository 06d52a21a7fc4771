-- What the shown groups leave of the shown total is nought or not small.
with kenmerk as (
    select * from {{ ref('zorggebruik_kenmerk_kwartaal') }}
),

stapeling as (
    select * from {{ ref('stapeling_kwartaal') }}
),

zorggebruik as (
    select *
    from {{ ref('zorggebruik_kwartaal') }}
    where zorgvorm = 'totaal'
),

deel as (
    select
        kwartaal,
        gemeente_code,
        kenmerk as deling,
        sum(aantal_jeugdigen) as aantal_getoond
    from kenmerk
    group by kwartaal, gemeente_code, kenmerk
    union all
    select
        kwartaal,
        gemeente_code,
        'stapeling' as deling,
        sum(aantal_jeugdigen) as aantal_getoond
    from stapeling
    group by kwartaal, gemeente_code
)

select
    deel.kwartaal,
    deel.gemeente_code,
    deel.deling
from deel
inner join zorggebruik
    on
        deel.kwartaal = zorggebruik.kwartaal
        and deel.gemeente_code = zorggebruik.gemeente_code
where {{ is_klein(['zorggebruik.aantal_jeugdigen - coalesce(deel.aantal_getoond, 0)']) }}
