-- Grain: price of a product of an aanbieder, with its validity. The last file that names a product
-- of the aanbieder replaces all before it; a repeated row counts once.
with product as (
    select * from {{ ref('stg_contracten__product') }}
),

laatste_bestand as (
    select
        aanbieder_agb,
        product_categorie_code,
        product_code,
        max((opgave_datum, bestand_sleutel)) as laatste
    from product
    where {{ binnen_stand('opgave_datum') }}
    group by aanbieder_agb, product_categorie_code, product_code
)

select distinct
    product.aanbieder_agb,
    product.product_categorie_code,
    product.product_code,
    product.uitvoeringsvariant,
    product.eenheid_code,
    product.tarief_eurocent,
    product.ingang_datum,
    product.eind_datum,
    product.opgave_datum
from product
inner join laatste_bestand
    on
        product.aanbieder_agb = laatste_bestand.aanbieder_agb
        and product.product_categorie_code = laatste_bestand.product_categorie_code
        and product.product_code = laatste_bestand.product_code
        and (product.opgave_datum, product.bestand_sleutel) = laatste_bestand.laatste
