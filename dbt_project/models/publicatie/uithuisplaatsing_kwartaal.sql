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
        {{ begonnen_status('kwartaal') }} as begonnen_status,
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
            when kwartaal.is_bekend then kwartaal.bevolking_status else 'ontbreekt'
        end as bevolking_status,
        1000.0 * geteld.aantal_jeugdigen / nullif(kwartaal.bevolking_0_17, 0)
            as jeugdigen_per_1000,
        100.0 * geteld.in_gezinsvorm / nullif(geteld.aantal_jeugdigen, 0)
            as gezinsgericht_percentage,
        100.0 * geteld.plaats_bekend / nullif(geteld.aantal_jeugdigen, 0)
            as plaats_bekend_percentage,
        100.0 * geteld.buiten_regio / nullif(geteld.plaats_bekend, 0) as buiten_regio_percentage,
        100.0 * geteld.onder_jeugdbescherming / nullif(geteld.aantal_jeugdigen, 0)
            as jeugdbescherming_percentage,
        kwartaal.volledigheid_percentage
    from geteld
    inner join kwartaal
        on
            geteld.gebied_code = kwartaal.gebied_code
            and geteld.kwartaal = kwartaal.kwartaal
    inner join gepubliceerde_groep
        on geteld.verblijf = gepubliceerde_groep.verblijf
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
