-- The region counts a jeugdige once: at most the sum of the gemeenten, at least the largest of
-- them.
with zorggebruik as (
    select * from {{ ref('zorggebruik_kwartaal') }}
),

per_kwartaal as (
    select
        kwartaal,
        zorgvorm,
        max(case when gemeente_code = 'regio' then aantal_jeugdigen end) as regio,
        max(case when gemeente_code = 'regio' then 0 else aantal_jeugdigen end) as grootste,
        sum(case when gemeente_code = 'regio' then 0 else aantal_jeugdigen end) as som,
        bool_and(aantal_jeugdigen_status = 'waarde') as is_volledig
    from zorggebruik
    group by kwartaal, zorgvorm
)

select
    kwartaal,
    zorgvorm,
    regio,
    grootste,
    som
from per_kwartaal
where regio < grootste or (is_volledig and regio > som)
