-- Per gemeente, jaar, onderdeel and prijsbasis the budget comes from one circulaire.
with budget as (
    select *
    from {{ ref('fct_budget') }}
    where is_actueel
)

select
    gemeente_code,
    is_totaalrij,
    jaar,
    onderdeel,
    prijsbasis
from budget
group by gemeente_code, is_totaalrij, jaar, onderdeel, prijsbasis
having count(distinct circulaire) > 1
