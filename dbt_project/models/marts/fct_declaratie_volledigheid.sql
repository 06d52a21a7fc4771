-- Grain: aanbieder_agb, product_categorie, product_code, zorgmaand with claims or with care.
-- What is claimed against what is expected in the end. The own lines decide as far as there are
-- enough of them; for the rest the pattern of the product, and of all products.
with raming as (
    select * from {{ ref('int_raming_eenheid_maand') }}
),

mutatie as (
    select * from {{ ref('int_raming_mutatie') }}
),

eenheid as (
    select * from {{ ref('int_raming_eenheid') }}
),

instelling as (
    select *
    from {{ ref('raming_instelling') }}
    where instelling = 'geloof_regels'
),

peil as (
    select * from {{ ref('int_peildatum') }}
),

bedrag as (
    select
        eenheid_nummer,
        zorgmaand,
        eurocent as gedeclareerd_eurocent,
        aantal_regels,
        0 as nog_te_verwachten_eurocent,
        false as is_geraamd
    from mutatie
    union all
    select
        eenheid_nummer,
        zorgmaand,
        0 as gedeclareerd_eurocent,
        0 as aantal_regels,
        nog_te_verwachten_eurocent,
        true as is_geraamd
    from raming
),

heeft_raming as (
    select count(*) > 0 as is_geraamd
    from raming
),

som as (
    select
        eenheid.aanbieder_agb,
        eenheid.product_categorie,
        eenheid.product_code,
        bedrag.zorgmaand,
        min(eenheid.zorgvorm) as zorgvorm,
        sum(bedrag.gedeclareerd_eurocent) as gedeclareerd_eurocent,
        sum(bedrag.nog_te_verwachten_eurocent) as nog_te_verwachten_eurocent,
        sum(bedrag.aantal_regels) as aantal_regels
    from bedrag
    inner join eenheid on bedrag.eenheid_nummer = eenheid.eenheid_nummer
    group by
        eenheid.aanbieder_agb,
        eenheid.product_categorie,
        eenheid.product_code,
        bedrag.zorgmaand
),

met_gewicht as (
    select
        *,
        sum(aantal_regels) over (
            partition by aanbieder_agb, product_categorie, product_code
        ) as regels_van_product
    from som
)

select
    met_gewicht.aanbieder_agb,
    met_gewicht.product_categorie,
    met_gewicht.product_code,
    met_gewicht.zorgvorm,
    met_gewicht.zorgmaand,
    cast(met_gewicht.gedeclareerd_eurocent as bigint) as gedeclareerd_eurocent,
    case
        when heeft_raming.is_geraamd then cast(met_gewicht.nog_te_verwachten_eurocent as bigint)
    end as nog_te_verwachten_eurocent,
    try_cast(
        case
            when
                heeft_raming.is_geraamd
                and met_gewicht.gedeclareerd_eurocent + met_gewicht.nog_te_verwachten_eurocent > 0
                then
                    100.0 * met_gewicht.gedeclareerd_eurocent
                    / (met_gewicht.gedeclareerd_eurocent + met_gewicht.nog_te_verwachten_eurocent)
        end as decimal(6, 1)
    ) as declaratie_volledigheid_percentage,
    cast(
        100.0 * met_gewicht.regels_van_product
        / (met_gewicht.regels_van_product + instelling.waarde)
        as decimal(5, 1)
    ) as eigen_gewicht_percentage,
    peil.peildatum as bekend_sinds
from met_gewicht
cross join heeft_raming
cross join instelling
cross join peil
