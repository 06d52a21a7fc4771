-- Grain: message, place. The code belongs to another category (TR381): by the national list, or for
-- a code of the region by the contract of the aanbieder. A code in neither is not judged.
with toewijzing as (
    select * from {{ ref('int_toewijzing_actueel') }}
),

start as (
    select * from {{ ref('int_start_live') }}
),

stop as (
    select * from {{ ref('int_stop_live') }}
),

verzoek as (
    select * from {{ ref('int_verzoek_geldig') }}
),

wijziging as (
    select * from {{ ref('stg_ijw__verzoek_wijziging') }}
),

geldig as (
    select * from {{ ref('int_bericht_geldig') }}
),

regel as (
    select * from {{ ref('int_bevinding_regel') }}
),

productcode as (
    select * from {{ ref('JZ021_productcode_standaardlijst') }}
),

contract as (
    select * from {{ ref('int_contract_product') }}
),

contract_code as (
    select
        aanbieder_agb,
        product_code,
        list(distinct product_categorie_code) as categorieen
    from contract
    group by aanbieder_agb, product_code
),

product as (
    select
        'jw301' as bericht,
        aanbieder_agb,
        gemeente_code,
        product_categorie_code,
        product_code,
        'toewijzing ' || toewijzing_nummer as nummer,
        bekend_sinds
    from toewijzing
    union all
    select
        'jw305' as bericht,
        aanbieder_agb,
        gemeente_code,
        product_categorie_code,
        product_code,
        'start op toewijzing ' || coalesce(cast(toewijzing_nummer as varchar), '-') as nummer,
        bekend_sinds
    from start
    union all
    select
        'jw307' as bericht,
        aanbieder_agb,
        gemeente_code,
        product_categorie_code,
        product_code,
        'stop op toewijzing ' || coalesce(cast(toewijzing_nummer as varchar), '-') as nummer,
        bekend_sinds
    from stop
    union all
    select
        'jw315' as bericht,
        aanbieder_agb,
        gemeente_code,
        product_categorie_code,
        product_code,
        'verzoek ' || referentie_aanbieder as nummer,
        verzoek_datum as bekend_sinds
    from verzoek
    union all
    select
        'jw317' as bericht,
        wijziging.aanbieder_agb,
        wijziging.gemeente_code,
        wijziging.product_categorie_code,
        wijziging.product_code,
        'verzoek om wijziging ' || wijziging.referentie_aanbieder as nummer,
        wijziging.dagtekening_datum as bekend_sinds
    from wijziging
    inner join geldig on wijziging.bericht_sleutel = geldig.bericht_sleutel
    union all
    select
        'jw323' as bericht,
        aanbieder_agb,
        gemeente_code,
        product_categorie_code,
        product_code,
        plaats as nummer,
        dagtekening_datum as bekend_sinds
    from regel
),

beoordeeld as (
    select
        product.bericht,
        product.aanbieder_agb,
        product.gemeente_code,
        'gemeente ' || product.gemeente_code
        || ', ' || product.nummer
        || ', product ' || product.product_categorie_code
        || ' ' || product.product_code as plaats,
        product.bekend_sinds,
        list_contains(
            case
                when productcode.code is null then contract_code.categorieen
                else [productcode.productcategorie]
            end,
            product.product_categorie_code
        ) as hoort_bij_categorie
    from product
    left join productcode on product.product_code = productcode.code
    left join contract_code
        on
            product.aanbieder_agb = contract_code.aanbieder_agb
            and product.product_code = contract_code.product_code
    where product.product_code is not null
)

select
    'TR381' as regel_code,
    bericht,
    aanbieder_agb,
    gemeente_code,
    plaats,
    min(bekend_sinds) as eerste_gezien
from beoordeeld
where not hoort_bij_categorie
group by bericht, aanbieder_agb, gemeente_code, plaats
