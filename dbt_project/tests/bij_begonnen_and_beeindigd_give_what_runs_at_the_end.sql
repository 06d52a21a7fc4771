-- What runs at the end of a halfjaar ran at the end of the one before or began, and did not end;
-- new, repeated and adjoining are all that began.
with traject as (
    select * from {{ ref('int_bij_traject_periode') }}
),

periode as (
    select * from {{ ref('int_bij_periode') }}
),

per_periode as (
    select
        periode.begin_datum,
        count_if(traject.is_begonnen) as aantal_begonnen,
        count_if(traject.is_beeindigd) as aantal_beeindigd,
        count_if(not traject.is_beeindigd) as aantal_eind,
        count_if(traject.is_herhaald and traject.is_aansluitend) as aantal_dubbel
    from periode
    left join traject on periode.periode = traject.periode
    where periode.periode_soort = 'halfjaar'
    group by periode.begin_datum
),

met_vorige as (
    select
        *,
        lag(aantal_eind, 1, 0) over (order by begin_datum asc) as vorig_eind
    from per_periode
)

select begin_datum
from met_vorige
where vorig_eind + aantal_begonnen - aantal_beeindigd != aantal_eind or aantal_dubbel > 0
