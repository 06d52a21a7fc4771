-- Grain: published area, kwartaal, product, kostprijs_eenheid. The jeugdigen behind the amount, and
-- behind the lines that were billed above the contract or at another tarief.
with regel as (
    select * from {{ ref('int_declaratieregel_tarief') }}
),

gebied as (
    select * from {{ ref('int_publicatie_gebied') }}
),

per_jeugdige as (
    select
        gemeente_code,
        product_categorie_code,
        product_code,
        kostprijs_eenheid,
        {{ kwartaal('zorgmaand') }} as kwartaal,
        client_sleutel,
        coalesce(bool_or(is_ander_tarief), false) as heeft_ander_tarief,
        coalesce(bool_or(not is_ander_tarief), false) as heeft_contract_tarief,
        bool_or(is_boven_contract) as heeft_boven_contract
    from regel
    group by
        gemeente_code,
        product_categorie_code,
        product_code,
        kostprijs_eenheid,
        {{ kwartaal('zorgmaand') }},
        client_sleutel
)

select
    gebied.gebied_code,
    per_jeugdige.kwartaal,
    per_jeugdige.product_categorie_code as product_categorie,
    per_jeugdige.product_code,
    per_jeugdige.kostprijs_eenheid,
    count(distinct per_jeugdige.client_sleutel) as aantal_jeugdigen,
    count(distinct case when per_jeugdige.heeft_ander_tarief then per_jeugdige.client_sleutel end)
        as aantal_ander_tarief,
    count(
        distinct case when per_jeugdige.heeft_contract_tarief then per_jeugdige.client_sleutel end
    ) as aantal_contract_tarief,
    count(
        distinct case when per_jeugdige.heeft_boven_contract then per_jeugdige.client_sleutel end
    ) as aantal_boven_contract
from per_jeugdige
inner join gebied on per_jeugdige.gemeente_code = gebied.gemeente_code
group by
    gebied.gebied_code,
    per_jeugdige.kwartaal,
    per_jeugdige.product_categorie_code,
    per_jeugdige.product_code,
    per_jeugdige.kostprijs_eenheid
