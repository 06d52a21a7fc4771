-- Grain: published row of the budget (rij, begroting_categorie, kosten_soort, niveau), and each of
-- its parts: a part stands for itself (blad), in its row of the budget and in the total.
with kosten as (
    select * from {{ ref('fct_kosten') }}
),

categorie as (
    select * from {{ ref('begroting_categorie') }}
),

deel as (
    select
        begroting_categorie,
        kosten_soort,
        niveau,
        bool_or(verwijzer_groep != 'nvt') as is_ijw
    from kosten
    group by begroting_categorie, kosten_soort, niveau
)

select
    'blad' as rij,
    begroting_categorie,
    kosten_soort,
    niveau,
    begroting_categorie as deel_categorie,
    kosten_soort as deel_soort,
    niveau as deel_niveau,
    is_ijw
from deel
union all
select
    'categorie' as rij,
    categorie.begroting_categorie,
    'totaal' as kosten_soort,
    'totaal' as niveau,
    deel.begroting_categorie as deel_categorie,
    deel.kosten_soort as deel_soort,
    deel.niveau as deel_niveau,
    coalesce(deel.is_ijw, false) as is_ijw
from categorie
left join deel on categorie.begroting_categorie = deel.begroting_categorie
union all
select
    'totaal' as rij,
    'totaal' as begroting_categorie,
    'totaal' as kosten_soort,
    'totaal' as niveau,
    begroting_categorie as deel_categorie,
    kosten_soort as deel_soort,
    niveau as deel_niveau,
    is_ijw
from deel
