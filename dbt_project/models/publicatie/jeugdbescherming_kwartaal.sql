-- Grain: kwartaal, gemeente or region, type of measure or total of jb or jr. Measures, not youths:
-- a youth may have more than one. The types of a soort are the parts of its total: no small type
-- may follow from it.
with geteld as (
    select * from {{ ref('int_jeugdbescherming_kwartaal') }}
),

groep as (
    select * from {{ ref('int_publicatie_maatregel') }}
),

kwartaal as (
    select * from {{ ref('int_publicatie_kwartaal') }}
),

gepubliceerde_groep as (
    select distinct
        maatregel,
        maatregel_naam,
        maatregel_soort,
        deling
    from groep
),

cijfer as (
    select
        geteld.*,
        kwartaal.gebied_naam,
        kwartaal.peildatum,
        gepubliceerde_groep.maatregel_naam,
        gepubliceerde_groep.maatregel_soort,
        gepubliceerde_groep.deling,
        case when kwartaal.is_bekend then 'waarde' else 'ontbreekt' end as basis_status,
        {{ begonnen_status('kwartaal') }} as begonnen_status,
        case
            when geteld.aantal_begonnen > 0 and geteld.contact_bekend = 0 then 'ontbreekt'
            else {{ begonnen_status('kwartaal') }}
        end as contact_status,
        case
            when gepubliceerde_groep.maatregel_soort != 'jr' then 'nvt'
            when geteld.aantal_begonnen > 0 and geteld.interventie_bekend = 0 then 'ontbreekt'
            else {{ begonnen_status('kwartaal') }}
        end as interventie_status,
        case
            when kwartaal.is_bekend then kwartaal.bevolking_status else 'ontbreekt'
        end as bevolking_status,
        1000.0 * geteld.lopende_jeugdigen / nullif(kwartaal.bevolking_0_17, 0)
            as jeugdigen_per_1000,
        100.0 * geteld.contact_bekend / nullif(geteld.aantal_begonnen, 0)
            as contact_bekend_percentage,
        100.0 * geteld.contact_binnen_norm / nullif(geteld.contact_bekend, 0)
            as contact_binnen_norm_percentage,
        100.0 * geteld.met_interventie / nullif(geteld.interventie_bekend, 0)
            as erkende_interventie_percentage,
        kwartaal.volledigheid_percentage
    from geteld
    inner join kwartaal
        on
            geteld.gebied_code = kwartaal.gebied_code
            and geteld.kwartaal = kwartaal.kwartaal
    inner join gepubliceerde_groep
        on geteld.maatregel = gepubliceerde_groep.maatregel
),

met_bescherming as (
    select
        *,
        {{ gaat_mee_onderdrukt(
            'aantal_lopend', ['kwartaal', 'gebied_code', 'deling'], 'maatregel'
        ) }} as lopend_gaat_mee,
        {{ gaat_mee_onderdrukt(
            'aantal_begonnen', ['kwartaal', 'gebied_code', 'deling'], 'maatregel'
        ) }} as begonnen_gaat_mee,
        {{ gaat_mee_onderdrukt(
            'aantal_beeindigd', ['kwartaal', 'gebied_code', 'deling'], 'maatregel'
        ) }} as beeindigd_gaat_mee
    from cijfer
)

select
    kwartaal,
    gebied_code as gemeente_code,
    gebied_naam as gemeente_naam,
    maatregel,
    maatregel_naam,
    maatregel_soort,
    {{ onderdruk(
        'aantal_lopend',
        'bigint',
        ['aantal_lopend', 'lopende_jeugdigen'],
        'basis_status',
        'lopend_gaat_mee'
    ) }},
    {{ onderdruk(
        'jeugdigen_per_1000',
        'decimal(9, 2)',
        ['aantal_lopend', 'lopende_jeugdigen'],
        'bevolking_status',
        'lopend_gaat_mee'
    ) }},
    {{ onderdruk(
        'aantal_begonnen', 'bigint', ['aantal_begonnen'], 'begonnen_status', 'begonnen_gaat_mee'
    ) }},
    {{ onderdruk(
        'aantal_beeindigd', 'bigint', ['aantal_beeindigd'], 'basis_status', 'beeindigd_gaat_mee'
    ) }},
    {{ onderdruk(
        'mediaan_duur_dagen',
        'decimal(9, 1)',
        ['aantal_beeindigd'],
        'basis_status',
        'beeindigd_gaat_mee'
    ) }},
    {{ onderdruk(
        'contact_bekend_percentage',
        'decimal(5, 1)',
        ['aantal_begonnen'],
        'begonnen_status',
        'begonnen_gaat_mee'
    ) }},
    {{ onderdruk(
        'mediaan_contact_dagen',
        'decimal(9, 1)',
        ['contact_bekend'],
        'contact_status',
        'begonnen_gaat_mee'
    ) }},
    {{ onderdruk(
        'contact_binnen_norm_percentage',
        'decimal(5, 1)',
        ['contact_bekend', 'contact_binnen_norm', 'contact_bekend - contact_binnen_norm'],
        'contact_status',
        'begonnen_gaat_mee'
    ) }},
    {{ onderdruk(
        'erkende_interventie_percentage',
        'decimal(5, 1)',
        ['interventie_bekend', 'met_interventie', 'interventie_bekend - met_interventie'],
        'interventie_status',
        'begonnen_gaat_mee'
    ) }},
    volledigheid_percentage,
    peildatum as stand_datum
from met_bescherming
