-- Grain: product_categorie, product_code, as used in messages; an empty code is the whole category,
-- an empty category a generic toewijzing.
with gebruikt as (
    select * from {{ ref('int_product_op_datum') }}
),

categorie as (
    select * from {{ ref('JZ020_productcategorie') }}
),

product as (
    select * from {{ ref('JZ021_productcode_standaardlijst') }}
),

laatste as (
    select *
    from gebruikt
    qualify
        row_number() over (
            partition by product_categorie_code, product_code
            order by datum desc
        ) = 1
)

select
    coalesce(laatste.product_categorie_code, '') || '-' || coalesce(laatste.product_code, '')
        as product_sleutel,
    laatste.product_categorie_code as product_categorie,
    laatste.product_code,
    case
        when laatste.product_categorie_code is null then 'Generieke toewijzing'
        else coalesce(categorie.omschrijving, 'Categorie ' || laatste.product_categorie_code)
    end as product_categorie_naam,
    coalesce(
        product.omschrijving,
        'Product ' || laatste.product_code,
        'Alle producten van de categorie'
    ) as product_naam,
    laatste.zorgvorm,
    laatste.niveau,
    product.code is not null as is_standaardcode
from laatste
left join categorie
    on laatste.product_categorie_code = categorie.code
left join product
    on laatste.product_code = product.code
