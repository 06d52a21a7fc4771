-- Where no klasse of a kwartaal and area is withheld, the klassen add up to the total.
with klasse_kwartaal as (
    select * from {{ ref('wachttijd_klasse_kwartaal') }}
),

per_gebied as (
    select
        kwartaal,
        gemeente_code,
        sum(case when klasse != 'totaal' then aantal_gevallen end) as som,
        max(case when klasse = 'totaal' then aantal_gevallen end) as totaal,
        count(case when aantal_gevallen_status != 'waarde' then 1 end) as aantal_zonder_cijfer
    from klasse_kwartaal
    group by kwartaal, gemeente_code
)

select
    kwartaal,
    gemeente_code
from per_gebied
where aantal_zonder_cijfer = 0 and som != totaal
