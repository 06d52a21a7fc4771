-- Grain: eenheid_nummer, jaar. The agreed price of a product at its aanbieder in the last month of
-- the year that the contract holds, relative to nothing: only its course counts. Without an agreed
-- price at that aanbieder it is the mean of the others; a product that nobody has a price for has
-- no row.
with eenheid as (
    select * from {{ ref('int_raming_eenheid') }}
),

contract as (
    select * from {{ ref('int_contract_product') }}
),

maand as (
    select * from {{ ref('dim_maand') }}
),

jaar as (
    select distinct jaar
    from maand
),

per_aanbieder as (
    select
        contract.aanbieder_agb,
        contract.product_categorie_code,
        contract.product_code,
        jaar.jaar,
        avg(contract.tarief_eurocent) as tarief_eurocent
    from contract
    inner join jaar
        on
            extract(year from contract.ingang_datum) <= jaar.jaar
            and coalesce(extract(year from contract.eind_datum), 9999) >= jaar.jaar
    where contract.tarief_eurocent > 0
    group by
        contract.aanbieder_agb,
        contract.product_categorie_code,
        contract.product_code,
        jaar.jaar
),

per_product as (
    select
        product_categorie_code,
        product_code,
        jaar,
        avg(tarief_eurocent) as tarief_eurocent
    from per_aanbieder
    group by product_categorie_code, product_code, jaar
)

select
    eenheid.eenheid_nummer,
    per_product.jaar,
    cast(coalesce(per_aanbieder.tarief_eurocent, per_product.tarief_eurocent) as double)
        as tarief_eurocent
from eenheid
inner join per_product
    on
        eenheid.product_categorie = per_product.product_categorie_code
        and eenheid.product_code = per_product.product_code
left join per_aanbieder
    on
        eenheid.aanbieder_agb = per_aanbieder.aanbieder_agb
        and eenheid.product_categorie = per_aanbieder.product_categorie_code
        and eenheid.product_code = per_aanbieder.product_code
        and per_product.jaar = per_aanbieder.jaar
