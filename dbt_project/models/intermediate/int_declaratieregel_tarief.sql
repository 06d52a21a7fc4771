-- Grain: aanbieder_agb, referentie_nummer of a line that counts as cost. Volume in the unit of the
-- kostprijs, and the contract price of the product: the one that was billed when the contract has
-- it on any day of the product period (as TR418), else that of the first day.
with regel as (
    select * from {{ ref('int_declaratieregel') }}
),

declaratie_status as (
    select * from {{ ref('declaratie_status') }}
),

contract as (
    select *
    from {{ ref('int_contract_product') }}
    where tarief_eurocent is not null
),

eenheid as (
    select * from {{ ref('kostprijs_eenheid') }}
),

debet_credit as (
    select * from {{ ref('debet_credit') }}
),

kosten_regel as (
    select
        regel.aanbieder_agb,
        regel.referentie_nummer,
        regel.gemeente_code,
        regel.client_sleutel,
        regel.product_categorie_code,
        regel.product_code,
        regel.zorgmaand,
        regel.product_periode_begin_datum,
        regel.product_periode_eind_datum,
        regel.product_tarief_eurocent,
        regel.ingediend_eurocent,
        regel.volume,
        regel.bekend_sinds,
        debet_credit.teken,
        coalesce(eenheid.kostprijs_eenheid, regel.eenheid_code) as kostprijs_eenheid,
        coalesce(eenheid.heeft_kostprijs, true) as heeft_kostprijs,
        coalesce(eenheid.eenheden_per_kostprijs_eenheid, 1) as eenheden_per_kostprijs_eenheid
    from regel
    inner join declaratie_status on regel.status = declaratie_status.status
    inner join debet_credit on regel.debet_credit_code = debet_credit.debet_credit_code
    left join eenheid
        on
            regel.eenheid_code = eenheid.eenheid_code
            and {{ geldt_op('regel.zorgmaand', 'eenheid') }}
    where declaratie_status.telt_als_kosten
),

contract_prijs as (
    select
        contract.aanbieder_agb,
        contract.product_categorie_code,
        contract.product_code,
        eenheid.kostprijs_eenheid,
        contract.tarief_eurocent * eenheid.eenheden_per_kostprijs_eenheid as contract_eurocent,
        greatest(contract.ingang_datum, eenheid.ingangsdatum) as ingang_datum,
        least(contract.eind_datum, eenheid.einddatum) as eind_datum
    from contract
    inner join eenheid
        on
            contract.eenheid_code = eenheid.eenheid_code
            and (contract.eind_datum is null or contract.eind_datum >= eenheid.ingangsdatum)
            and (eenheid.einddatum is null or contract.ingang_datum <= eenheid.einddatum)
),

-- many lines share a tarief in a period
gedeclareerd as (
    select distinct
        aanbieder_agb,
        product_categorie_code,
        product_code,
        kostprijs_eenheid,
        product_periode_begin_datum,
        product_periode_eind_datum,
        product_tarief_eurocent,
        eenheden_per_kostprijs_eenheid
    from kosten_regel
    where product_tarief_eurocent is not null
),

-- rounded to a whole eurocent per claimed unit, a half may go either way
prijs as (
    select
        gedeclareerd.*,
        contract_prijs.contract_eurocent,
        contract_prijs.ingang_datum,
        2 * abs(
            gedeclareerd.product_tarief_eurocent * gedeclareerd.eenheden_per_kostprijs_eenheid
            - contract_prijs.contract_eurocent
        ) > gedeclareerd.eenheden_per_kostprijs_eenheid as is_ander_tarief
    from gedeclareerd
    inner join contract_prijs
        on
            gedeclareerd.aanbieder_agb = contract_prijs.aanbieder_agb
            and gedeclareerd.product_categorie_code = contract_prijs.product_categorie_code
            and gedeclareerd.product_code = contract_prijs.product_code
            and gedeclareerd.kostprijs_eenheid = contract_prijs.kostprijs_eenheid
            and gedeclareerd.product_periode_eind_datum >= contract_prijs.ingang_datum
            and gedeclareerd.product_periode_begin_datum
            <= coalesce(contract_prijs.eind_datum, date '9999-12-31')
),

gekozen_prijs as (
    select *
    from prijs
    qualify
        row_number() over (
            partition by
                aanbieder_agb,
                product_categorie_code,
                product_code,
                kostprijs_eenheid,
                product_periode_begin_datum,
                product_periode_eind_datum,
                product_tarief_eurocent,
                eenheden_per_kostprijs_eenheid
            order by is_ander_tarief asc, ingang_datum asc, contract_eurocent asc
        ) = 1
)

select
    kosten_regel.aanbieder_agb,
    kosten_regel.referentie_nummer,
    kosten_regel.gemeente_code,
    kosten_regel.client_sleutel,
    kosten_regel.product_categorie_code,
    kosten_regel.product_code,
    kosten_regel.kostprijs_eenheid,
    kosten_regel.heeft_kostprijs,
    kosten_regel.zorgmaand,
    kosten_regel.teken,
    kosten_regel.ingediend_eurocent as kosten_eurocent,
    kosten_regel.volume / kosten_regel.eenheden_per_kostprijs_eenheid as volume,
    gekozen_prijs.contract_eurocent,
    gekozen_prijs.is_ander_tarief,
    cast(
        round(
            kosten_regel.volume
            * gekozen_prijs.contract_eurocent
            / kosten_regel.eenheden_per_kostprijs_eenheid
        ) as bigint
    ) as volgens_contract_eurocent,
    coalesce(
        gekozen_prijs.is_ander_tarief
        and kosten_regel.product_tarief_eurocent * kosten_regel.eenheden_per_kostprijs_eenheid
        > gekozen_prijs.contract_eurocent,
        false
    ) as is_boven_contract,
    kosten_regel.bekend_sinds
from kosten_regel
left join gekozen_prijs
    on
        kosten_regel.aanbieder_agb = gekozen_prijs.aanbieder_agb
        and kosten_regel.product_categorie_code = gekozen_prijs.product_categorie_code
        and kosten_regel.product_code = gekozen_prijs.product_code
        and kosten_regel.kostprijs_eenheid = gekozen_prijs.kostprijs_eenheid
        and kosten_regel.product_periode_begin_datum = gekozen_prijs.product_periode_begin_datum
        and kosten_regel.product_periode_eind_datum = gekozen_prijs.product_periode_eind_datum
        and kosten_regel.product_tarief_eurocent = gekozen_prijs.product_tarief_eurocent
        and kosten_regel.eenheden_per_kostprijs_eenheid
        = gekozen_prijs.eenheden_per_kostprijs_eenheid
