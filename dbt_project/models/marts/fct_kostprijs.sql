-- Grain: gemeente_code, aanbieder_agb, product_categorie, product_code, kostprijs_eenheid,
-- zorgmaand. All signed: a credit takes amount, volume and line back.
with regel as (
    select * from {{ ref('int_declaratieregel_tarief') }}
)

select
    gemeente_code,
    aanbieder_agb,
    product_categorie_code as product_categorie,
    product_code,
    kostprijs_eenheid,
    heeft_kostprijs,
    zorgmaand,
    cast(sum(kosten_eurocent) as bigint) as kosten_eurocent,
    cast(sum(volume) as decimal(18, 6)) as volume,
    cast(sum(teken) as bigint) as aantal_regels,
    cast(coalesce(sum(teken) filter (where is_ander_tarief is not null), 0) as bigint)
        as aantal_regels_met_contract,
    cast(coalesce(sum(teken) filter (where is_ander_tarief), 0) as bigint)
        as aantal_regels_ander_tarief,
    cast(coalesce(sum(volume) filter (where is_ander_tarief is not null), 0) as decimal(18, 6))
        as volume_met_contract,
    cast(coalesce(sum(volgens_contract_eurocent), 0) as bigint) as volgens_contract_eurocent,
    cast(
        coalesce(
            sum(kosten_eurocent - volgens_contract_eurocent) filter (where is_boven_contract), 0
        ) as bigint
    ) as boven_contract_eurocent,
    max(bekend_sinds) as bekend_sinds
from regel
group by
    gemeente_code,
    aanbieder_agb,
    product_categorie_code,
    product_code,
    kostprijs_eenheid,
    heeft_kostprijs,
    zorgmaand
