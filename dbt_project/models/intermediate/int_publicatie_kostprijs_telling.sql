-- Grain: published area, kwartaal, product, kostprijs_eenheid. The jeugdigen behind the amount, and
-- behind the lines that were billed above the contract or at another tarief; one whose lines cancel
-- out is behind neither.
with regel as (
    select * from {{ ref('int_declaratieregel_tarief') }}
),

gebied as (
    select * from {{ ref('int_publicatie_gebied') }}
),

per_gemeente as (
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
    having sum(kosten_eurocent) != 0 or sum(volume) != 0
),

per_jeugdige as (
    select
        gebied.gebied_code,
        per_gemeente.kwartaal,
        per_gemeente.product_categorie_code,
        per_gemeente.product_code,
        per_gemeente.kostprijs_eenheid,
        per_gemeente.client_sleutel,
        bool_or(per_gemeente.heeft_ander_tarief) as heeft_ander_tarief,
        bool_or(per_gemeente.heeft_contract_tarief) as heeft_contract_tarief,
        bool_or(per_gemeente.heeft_boven_contract) as heeft_boven_contract
    from per_gemeente
    inner join gebied on per_gemeente.gemeente_code = gebied.gemeente_code
    group by
        gebied.gebied_code,
        per_gemeente.kwartaal,
        per_gemeente.product_categorie_code,
        per_gemeente.product_code,
        per_gemeente.kostprijs_eenheid,
        per_gemeente.client_sleutel
)

select
    gebied_code,
    kwartaal,
    product_categorie_code as product_categorie,
    product_code,
    kostprijs_eenheid,
    count(*) as aantal_jeugdigen,
    count(case when heeft_ander_tarief then 1 end) as aantal_ander_tarief,
    count(case when heeft_contract_tarief then 1 end) as aantal_contract_tarief,
    count(case when heeft_boven_contract then 1 end) as aantal_boven_contract
from per_jeugdige
group by gebied_code, kwartaal, product_categorie_code, product_code, kostprijs_eenheid
