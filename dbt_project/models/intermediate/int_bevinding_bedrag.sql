-- Grain: rule, line that stands and has a tarief. The tarief is not the contract price of any day
-- of the product period (TR418), or the amount is not volume times tarief (TR346). Hours that are
-- claimed in minutes at a price per hour are rounded in the tarief and once in the amount (IV081):
-- with the contract price the amount is exact to the cent, without it the seed bedrag_tolerantie
-- says how far it may be off. All else is exact.
with regel as (
    select *
    from {{ ref('int_bevinding_regel') }}
    where product_tarief_eurocent is not null
),

contract as (
    select *
    from {{ ref('int_contract_product') }}
    where tarief_eurocent is not null
),

omrekening as (
    select * from {{ ref('eenheid_omrekening') }}
),

tolerantie as (
    select * from {{ ref('bedrag_tolerantie') }}
),

-- one claimed unit costs prijs_teller / prijs_noemer eurocent
prijs as (
    select
        regel.aanbieder_agb,
        regel.referentie_nummer,
        contract.tarief_eurocent * coalesce(geleverd.aantal, 1) as prijs_teller,
        coalesce(afgesproken.aantal, 1) as prijs_noemer
    from regel
    inner join contract
        on
            regel.aanbieder_agb = contract.aanbieder_agb
            and regel.product_categorie_code = contract.product_categorie_code
            and regel.product_code = contract.product_code
            and regel.product_periode_eind_datum >= contract.ingang_datum
            and regel.product_periode_begin_datum
            <= coalesce(contract.eind_datum, date '9999-12-31')
    left join omrekening as geleverd
        on regel.eenheid_code = geleverd.eenheid_code
    left join omrekening as afgesproken
        on contract.eenheid_code = afgesproken.eenheid_code
    where
        coalesce(geleverd.basis_eenheid_code, regel.eenheid_code)
        = coalesce(afgesproken.basis_eenheid_code, contract.eenheid_code)
),

-- a toewijzing or price that is not known may be per hour
beprijsd as (
    select
        regel.*,
        prijs.prijs_teller,
        prijs.prijs_noemer,
        prijs.referentie_nummer is not null as heeft_prijs,
        coalesce(
            toegewezen.aantal > geleverd.aantal, regel.toegewezen_eenheid_code is null
        )
        and coalesce(prijs.prijs_noemer > geleverd.aantal, true) as is_omgerekend
    from regel
    left join prijs
        on
            regel.aanbieder_agb = prijs.aanbieder_agb
            and regel.referentie_nummer = prijs.referentie_nummer
    left join omrekening as geleverd
        on regel.eenheid_code = geleverd.eenheid_code
    left join omrekening as toegewezen
        on regel.toegewezen_eenheid_code = toegewezen.eenheid_code
),

vergeleken as (
    select
        beprijsd.plaats,
        beprijsd.aanbieder_agb,
        beprijsd.gemeente_code,
        beprijsd.dagtekening_datum,
        beprijsd.heeft_prijs,
        -- rounded to a whole eurocent, a half may go either way
        coalesce(
            2 * abs(
                beprijsd.product_tarief_eurocent * beprijsd.prijs_noemer - beprijsd.prijs_teller
            ) <= beprijsd.prijs_noemer,
            false
        ) as is_tarief_gelijk,
        case
            when beprijsd.is_omgerekend
                then
                    2 * abs(
                        beprijsd.ingediend_eurocent * beprijsd.prijs_noemer
                        - beprijsd.volume * beprijsd.prijs_teller
                    ) <= beprijsd.prijs_noemer
            else
                beprijsd.ingediend_eurocent = beprijsd.volume * beprijsd.product_tarief_eurocent
        end as is_bedrag_gelijk,
        abs(beprijsd.ingediend_eurocent - beprijsd.volume * beprijsd.product_tarief_eurocent)
        <= coalesce(
            tolerantie.eurocent_per_eenheid * beprijsd.volume + tolerantie.eurocent_vast, 0
        ) as is_binnen_tolerantie
    from beprijsd
    left join tolerantie
        on
            beprijsd.is_omgerekend
            and beprijsd.eenheid_code = tolerantie.eenheid_code
            and {{ geldt_op('beprijsd.zorgmaand', 'tolerantie') }}
),

per_regel as (
    select
        plaats,
        aanbieder_agb,
        gemeente_code,
        dagtekening_datum,
        bool_or(heeft_prijs) as heeft_prijs,
        bool_or(is_tarief_gelijk) as is_tarief_gelijk,
        bool_or(is_tarief_gelijk and is_bedrag_gelijk) as is_bedrag_gelijk,
        bool_or(is_binnen_tolerantie) as is_binnen_tolerantie
    from vergeleken
    group by plaats, aanbieder_agb, gemeente_code, dagtekening_datum
)

select
    'TR346' as regel_code,
    'jw323' as bericht,
    aanbieder_agb,
    gemeente_code,
    plaats,
    dagtekening_datum as eerste_gezien
from per_regel
where
    (is_tarief_gelijk and not is_bedrag_gelijk)
    or (not is_tarief_gelijk and not is_binnen_tolerantie)
union all
select
    'TR418' as regel_code,
    'jw323' as bericht,
    aanbieder_agb,
    gemeente_code,
    plaats,
    dagtekening_datum as eerste_gezien
from per_regel
where heeft_prijs and not is_tarief_gelijk
