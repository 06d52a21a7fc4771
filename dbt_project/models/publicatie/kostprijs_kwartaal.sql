-- Grain: kwartaal of care, gemeente or region, product, eenheid. What a unit of a product cost,
-- beside the contract.
with kostprijs as (
    select * from {{ ref('fct_kostprijs') }}
),

telling as (
    select * from {{ ref('int_publicatie_kostprijs_telling') }}
),

product as (
    select * from {{ ref('dim_product') }}
),

gebied as (
    select * from {{ ref('int_publicatie_gebied') }}
),

gebied_maand as (
    select * from {{ ref('int_publicatie_maand') }}
),

volledigheid as (
    select * from {{ ref('int_volledigheid_periode') }}
),

peil as (
    select * from {{ ref('int_peildatum') }}
),

gebied_kwartaal as (
    select
        gebied_code,
        gebied_naam,
        {{ kwartaal('zorgmaand') }} as kwartaal,
        bool_or(is_declaratie_bekend) as is_declaratie_bekend
    from gebied_maand
    group by gebied_code, gebied_naam, {{ kwartaal('zorgmaand') }}
),

gebruikt as (
    select distinct
        product_categorie,
        product_code,
        kostprijs_eenheid,
        heeft_kostprijs
    from kostprijs
),

som as (
    select
        gebied.gebied_code,
        {{ kwartaal('kostprijs.zorgmaand') }} as kwartaal,
        kostprijs.product_categorie,
        kostprijs.product_code,
        kostprijs.kostprijs_eenheid,
        sum(kostprijs.volume) as volume,
        sum(kostprijs.kosten_eurocent) as kosten_eurocent,
        sum(kostprijs.aantal_regels_met_contract) as aantal_regels_met_contract,
        sum(kostprijs.aantal_regels_ander_tarief) as aantal_regels_ander_tarief,
        sum(kostprijs.volume_met_contract) as volume_met_contract,
        sum(kostprijs.volgens_contract_eurocent) as volgens_contract_eurocent,
        sum(kostprijs.boven_contract_eurocent) as boven_contract_eurocent
    from kostprijs
    inner join gebied on kostprijs.gemeente_code = gebied.gemeente_code
    group by
        gebied.gebied_code,
        {{ kwartaal('kostprijs.zorgmaand') }},
        kostprijs.product_categorie,
        kostprijs.product_code,
        kostprijs.kostprijs_eenheid
),

cijfer as (
    select
        gebied_kwartaal.kwartaal,
        gebied_kwartaal.gebied_code,
        gebied_kwartaal.gebied_naam,
        gebruikt.product_categorie,
        product.product_categorie_naam,
        gebruikt.product_code,
        product.product_naam,
        product.zorgvorm,
        gebruikt.kostprijs_eenheid,
        case when gebied_kwartaal.is_declaratie_bekend then 'waarde' else 'ontbreekt' end
            as bedrag_status,
        case
            when not gebruikt.heeft_kostprijs then 'nvt'
            when gebied_kwartaal.is_declaratie_bekend then 'waarde'
            else 'ontbreekt'
        end as prijs_status,
        coalesce(som.volume, 0) as volume,
        coalesce(som.kosten_eurocent, 0) / 100.0 as kosten_euro,
        som.kosten_eurocent / 100.0 / nullif(som.volume, 0) as kostprijs_euro,
        som.volgens_contract_eurocent / 100.0 / nullif(som.volume_met_contract, 0)
            as contract_tarief_euro,
        100.0 * som.aantal_regels_ander_tarief / nullif(som.aantal_regels_met_contract, 0)
            as ander_tarief_percentage,
        coalesce(som.boven_contract_eurocent, 0) / 100.0 as boven_contract_euro,
        coalesce(telling.aantal_jeugdigen, 0) as aantal_jeugdigen,
        coalesce(telling.aantal_ander_tarief, 0) as aantal_ander_tarief,
        coalesce(telling.aantal_contract_tarief, 0) as aantal_contract_tarief,
        coalesce(telling.aantal_boven_contract, 0) as aantal_boven_contract,
        volledigheid.volledigheid_percentage
    from gebied_kwartaal
    cross join gebruikt
    left join product
        on
            gebruikt.product_categorie = product.product_categorie
            and gebruikt.product_code = product.product_code
    left join som
        on
            gebied_kwartaal.gebied_code = som.gebied_code
            and gebied_kwartaal.kwartaal = som.kwartaal
            and gebruikt.product_categorie = som.product_categorie
            and gebruikt.product_code = som.product_code
            and gebruikt.kostprijs_eenheid = som.kostprijs_eenheid
    left join telling
        on
            gebied_kwartaal.gebied_code = telling.gebied_code
            and gebied_kwartaal.kwartaal = telling.kwartaal
            and gebruikt.product_categorie = telling.product_categorie
            and gebruikt.product_code = telling.product_code
            and gebruikt.kostprijs_eenheid = telling.kostprijs_eenheid
    left join volledigheid
        on
            gebied_kwartaal.gebied_code = volledigheid.gebied_code
            and gebied_kwartaal.kwartaal = volledigheid.periode
            and volledigheid.bron = 'ijw'
),

-- the products of a zorgvorm add up to its row in kosten_kwartaal
oordeel as (
    select
        *,
        {{ gaat_mee_onderdrukt(
            'aantal_jeugdigen',
            ['gebied_code', 'kwartaal', 'zorgvorm'],
            "concat_ws(' ', product_categorie, product_code, kostprijs_eenheid)"
        ) }} as gaat_mee
    from cijfer
)

-- amount less volume times the contract price is what a few lines at another tarief cost more
select
    oordeel.kwartaal,
    oordeel.gebied_code as gemeente_code,
    oordeel.gebied_naam as gemeente_naam,
    oordeel.product_categorie,
    oordeel.product_categorie_naam,
    oordeel.product_code,
    oordeel.product_naam,
    oordeel.kostprijs_eenheid,
    {{ onderdruk(
        'volume', 'decimal(14, 2)', ['aantal_jeugdigen'], 'prijs_status', 'gaat_mee'
    ) }},
    {{ onderdruk(
        'kosten_euro', 'decimal(14, 2)', ['aantal_jeugdigen'], 'bedrag_status', 'gaat_mee'
    ) }},
    {{ onderdruk(
        'kostprijs_euro', 'decimal(14, 2)', ['aantal_jeugdigen'], 'prijs_status', 'gaat_mee'
    ) }},
    {{ onderdruk(
        'contract_tarief_euro',
        'decimal(14, 2)',
        ['aantal_jeugdigen', 'aantal_ander_tarief'],
        'prijs_status',
        'gaat_mee'
    ) }},
    {{ onderdruk(
        'ander_tarief_percentage',
        'decimal(5, 1)',
        ['aantal_jeugdigen', 'aantal_ander_tarief', 'aantal_contract_tarief'],
        'prijs_status',
        'gaat_mee'
    ) }},
    {{ onderdruk(
        'boven_contract_euro',
        'decimal(14, 2)',
        ['aantal_jeugdigen', 'aantal_boven_contract'],
        'prijs_status',
        'gaat_mee'
    ) }},
    oordeel.volledigheid_percentage,
    peil.peildatum as stand_datum
from oordeel
cross join peil
