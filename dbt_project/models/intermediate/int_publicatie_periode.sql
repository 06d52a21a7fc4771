-- Grain: periode (a jaar or a kwartaal), zorgmaand in it; with the same periode a year before.
with maand as (
    select * from {{ ref('dim_maand') }}
)

select
    'jaar' as periode_soort,
    cast(jaar as varchar) as periode,
    cast(jaar - 1 as varchar) as vorige_periode,
    12 as aantal_maanden,
    kwartaal,
    zorgmaand,
    laatste_dag
from maand
union all
select
    'kwartaal' as periode_soort,
    kwartaal as periode,
    (jaar - 1) || right(kwartaal, 3) as vorige_periode,
    3 as aantal_maanden,
    kwartaal,
    zorgmaand,
    laatste_dag
from maand
