-- Grain: eenheid_nummer, zorgmaand, mutatie_datum, is_afhaling. Changes of the known cost per unit;
-- what is taken off (credits, refusals) apart from what is added.
with mutatie as (
    select * from {{ ref('int_declaratie_mutatie') }}
),

eenheid as (
    select * from {{ ref('int_raming_eenheid') }}
)

select
    eenheid.eenheid_nummer,
    mutatie.zorgmaand,
    mutatie.mutatie_datum,
    mutatie.eurocent < 0 as is_afhaling,
    sum(mutatie.eurocent) as eurocent,
    sum(mutatie.aantal_regels) as aantal_regels
from mutatie
inner join eenheid
    on
        mutatie.gemeente_code = eenheid.gemeente_code
        and mutatie.aanbieder_agb = eenheid.aanbieder_agb
        and mutatie.zorgvorm = eenheid.zorgvorm
        and coalesce(mutatie.product_categorie, '') = eenheid.product_categorie
        and coalesce(mutatie.product_code, '') = eenheid.product_code
group by
    eenheid.eenheid_nummer,
    mutatie.zorgmaand,
    mutatie.mutatie_datum,
    mutatie.eurocent < 0
