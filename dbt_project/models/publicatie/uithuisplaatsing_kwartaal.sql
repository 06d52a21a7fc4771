-- Grain: kwartaal, gemeente or region, kind of stay, group of kinds or total. In a group or the
-- total, kinds that adjoin are one stay. Running stay is counted in youths.
with geteld as (
    select * from {{ ref('int_uithuisplaatsing_kwartaal') }}
),

groep as (
    select * from {{ ref('int_publicatie_verblijf') }}
),

kwartaal as (
    select * from {{ ref('int_publicatie_kwartaal') }}
),

bevolking as (
    select * from {{ ref('int_publicatie_bevolking') }}
),

volledigheid as (
    select * from {{ ref('int_volledigheid_periode') }}
),

gepubliceerde_groep as (
    select distinct
        verblijf,
        verblijf_naam,
        deling
    from groep
),

cijfer as (
    select
        geteld.*,
        kwartaal.gebied_naam,
        kwartaal.peildatum,
        gepubliceerde_groep.verblijf_naam,
        gepubliceerde_groep.deling,
        case when kwartaal.is_bekend then 'waarde' else 'ontbreekt' end as basis_status,
        -- before the first kwartaal nothing is known: who began in it cannot be told
        case
            when kwartaal.is_eerste_kwartaal or not kwartaal.is_bekend then 'ontbreekt'
            else 'waarde'
        end as begonnen_status,
        case
            when geteld.verblijf != 'totaal' then 'nvt'
            when kwartaal.is_bekend then 'waarde'
            else 'ontbreekt'
        end as gezinsgericht_status,
        case
            when not kwartaal.is_bekend then 'ontbreekt'
            when geteld.aantal_jeugdigen > 0 and geteld.plaats_bekend = 0 then 'ontbreekt'
            else 'waarde'
        end as plaats_status,
        case
            when kwartaal.is_bekend and bevolking.bevolking_0_17 is not null then 'waarde'
            else 'ontbreekt'
        end as bevolking_status,
        1000.0 * geteld.aantal_jeugdigen / nullif(bevolking.bevolking_0_17, 0)
            as jeugdigen_per_1000,
        100.0 * geteld.in_gezinsvorm / nullif(geteld.aantal_jeugdigen, 0)
            as gezinsgericht_percentage,
        100.0 * geteld.plaats_bekend / nullif(geteld.aantal_jeugdigen, 0)
            as plaats_bekend_percentage,
        100.0 * geteld.buiten_regio / nullif(geteld.plaats_bekend, 0) as buiten_regio_percentage,
        100.0 * geteld.onder_jeugdbescherming / nullif(geteld.aantal_jeugdigen, 0)
            as jeugdbescherming_percentage,
        volledigheid.volledigheid_percentage
    from geteld
    inner join kwartaal
        on
            geteld.gebied_code = kwartaal.gebied_code
            and geteld.kwartaal = kwartaal.kwartaal
    inner join gepubliceerde_groep
        on geteld.verblijf = gepubliceerde_groep.verblijf
    left join bevolking
        on
            kwartaal.gebied_code = bevolking.gebied_code
            and kwartaal.jaar = bevolking.jaar
    left join volledigheid
        on
            kwartaal.gebied_code = volledigheid.gebied_code
            and kwartaal.kwartaal = volledigheid.periode
            and volledigheid.bron = 'ijw_begin'
),

met_bescherming as (
    select
        *,
        {{ gaat_mee_onderdrukt(
            'aantal_jeugdigen', ['kwartaal', 'gebied_code', 'deling'], 'verblijf'
        ) }} as lopend_gaat_mee,
        {{ gaat_mee_onderdrukt(
            'aantal_begonnen', ['kwartaal', 'gebied_code', 'deling'], 'verblijf'
        ) }} as begonnen_gaat_mee,
        {{ gaat_mee_onderdrukt(
            'aantal_beeindigd', ['kwartaal', 'gebied_code', 'deling'], 'verblijf'
        ) }} as beeindigd_gaat_mee
    from cijfer
)

select
    kwartaal,
    gebied_code as gemeente_code,
    gebied_naam as gemeente_naam,
    verblijf,
    verblijf_naam,
    {{ onderdruk(
        'aantal_begonnen',
        'bigint',
        ['aantal_begonnen', 'begonnen_jeugdigen'],
        'begonnen_status',
        'begonnen_gaat_mee'
    ) }},
    {{ onderdruk(
        'aantal_beeindigd',
        'bigint',
        ['aantal_beeindigd', 'beeindigde_jeugdigen'],
        'basis_status',
        'beeindigd_gaat_mee'
    ) }},
    {{ onderdruk(
        'aantal_jeugdigen', 'bigint', ['aantal_jeugdigen'], 'basis_status', 'lopend_gaat_mee'
    ) }},
    {{ onderdruk(
        'jeugdigen_per_1000',
        'decimal(9, 2)',
        ['aantal_jeugdigen'],
        'bevolking_status',
        'lopend_gaat_mee'
    ) }},
    {{ onderdruk(
        'mediaan_duur_dagen',
        'decimal(9, 1)',
        ['beeindigde_jeugdigen'],
        'basis_status',
        'beeindigd_gaat_mee'
    ) }},
    {{ onderdruk(
        'mediaan_lopend_dagen',
        'decimal(9, 1)',
        ['aantal_jeugdigen'],
        'basis_status',
        'lopend_gaat_mee'
    ) }},
    {{ onderdruk(
        'gezinsgericht_percentage',
        'decimal(5, 1)',
        ['in_gezinsvorm', 'aantal_jeugdigen - in_gezinsvorm'],
        'gezinsgericht_status'
    ) }},
    {{ onderdruk(
        'plaats_bekend_percentage',
        'decimal(5, 1)',
        ['aantal_jeugdigen'],
        'basis_status',
        'lopend_gaat_mee'
    ) }},
    {{ onderdruk(
        'buiten_regio_percentage',
        'decimal(5, 1)',
        ['plaats_bekend', 'buiten_regio', 'plaats_bekend - buiten_regio'],
        'plaats_status',
        'lopend_gaat_mee'
    ) }},
    {{ onderdruk(
        'jeugdbescherming_percentage',
        'decimal(5, 1)',
        [
            'aantal_jeugdigen',
            'onder_jeugdbescherming',
            'aantal_jeugdigen - onder_jeugdbescherming'
        ],
        'basis_status',
        'lopend_gaat_mee'
    ) }},
    volledigheid_percentage,
    peildatum as stand_datum
from met_bescherming
