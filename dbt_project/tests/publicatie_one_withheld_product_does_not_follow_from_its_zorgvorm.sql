-- The products of a zorgvorm add up to what was declared for it in kosten_kwartaal: one that alone
-- is withheld would follow.
with kostprijs as (
    select * from {{ ref('kostprijs_kwartaal') }}
),

kwartaal as (
    select * from {{ ref('kosten_kwartaal') }}
),

product as (
    select * from {{ ref('dim_product') }}
),

per_zorgvorm as (
    select
        kostprijs.kwartaal,
        kostprijs.gemeente_code,
        product.zorgvorm,
        count(case when kostprijs.kosten_euro_status = 'onderdrukt' then 1 end)
            as aantal_onderdrukt
    from kostprijs
    inner join product
        on
            kostprijs.product_categorie = product.product_categorie
            and kostprijs.product_code = product.product_code
    group by kostprijs.kwartaal, kostprijs.gemeente_code, product.zorgvorm
)

select
    per_zorgvorm.kwartaal,
    per_zorgvorm.gemeente_code,
    per_zorgvorm.zorgvorm
from per_zorgvorm
inner join kwartaal
    on
        per_zorgvorm.kwartaal = kwartaal.kwartaal
        and per_zorgvorm.gemeente_code = kwartaal.gemeente_code
        and per_zorgvorm.zorgvorm = kwartaal.zorgvorm
where per_zorgvorm.aantal_onderdrukt = 1 and kwartaal.gedeclareerd_euro_status = 'waarde'
