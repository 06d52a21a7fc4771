-- Over all months the three calendars of kosten_boeking_maand are one amount: where one of them is
-- shown whole, no other may withhold a single month.
with boeking as (
    select * from {{ ref('kosten_boeking_maand') }}
),

geteld as (
    {% for kalender in ['zorgmaand', 'declaratiemaand', 'boekingsmaand'] -%}
    select
        gemeente_code,
        count(case when {{ kalender }}_euro_status = 'onderdrukt' then 1 end) as aantal_onderdrukt
    from boeking
    group by gemeente_code
    {{ 'union all' if not loop.last }}
    {% endfor %}
)

select gemeente_code
from geteld
group by gemeente_code
having min(aantal_onderdrukt) = 0 and bool_or(aantal_onderdrukt = 1)
