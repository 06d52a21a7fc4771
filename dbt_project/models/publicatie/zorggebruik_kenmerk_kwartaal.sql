-- Grain: kwartaal, gemeente or region, kenmerk (leeftijd or geslacht), groep.
with telling as (
    select * from {{ ref('int_zorggebruik_kenmerk') }}
),

gebied_kwartaal as (
    select * from {{ ref('int_publicatie_kwartaal') }}
),

bevolking as (
    select * from {{ ref('int_bevolking_leeftijd') }}
),

leeftijd_groep as (
    select * from {{ ref('leeftijd_groep') }}
),

geslacht_groep as (
    select * from {{ ref('geslacht_groep') }}
),

peil as (
    select * from {{ ref('int_peildatum') }}
),

groep as (
    select
        'leeftijd' as kenmerk,
        leeftijd_groep as groep,
        leeftijd_groep_naam as groep_naam,
        leeftijd_van,
        leeftijd_tot,
        volgorde,
        ingangsdatum,
        einddatum
    from leeftijd_groep
    union all
    select
        'geslacht' as kenmerk,
        geslacht_groep as groep,
        geslacht_groep_naam as groep_naam,
        null as leeftijd_van,
        null as leeftijd_tot,
        volgorde,
        ingangsdatum,
        einddatum
    from geslacht_groep
),

cijfer as (
    select
        gebied_kwartaal.kwartaal,
        gebied_kwartaal.gebied_code,
        gebied_kwartaal.gebied_naam,
        groep.kenmerk,
        groep.groep,
        groep.groep_naam,
        groep.volgorde,
        case when gebied_kwartaal.is_bekend then 'waarde' else 'ontbreekt' end as basis_status,
        coalesce(telling.aantal_jeugdigen, 0) as aantal_jeugdigen,
        bevolking.aantal as bevolking,
        case
            when groep.groep = 'onbekend' then 'nvt'
            when bevolking.aantal is null then 'ontbreekt'
            else 'waarde'
        end as bevolking_status,
        1000.0
        * coalesce(telling.aantal_jeugdigen, 0)
        / nullif(bevolking.aantal, 0) as aantal_per_1000,
        gebied_kwartaal.volledigheid_percentage
    from gebied_kwartaal
    inner join groep on {{ geldt_op('gebied_kwartaal.eerste_maand', 'groep') }}
    left join telling
        on
            gebied_kwartaal.gebied_code = telling.gebied_code
            and gebied_kwartaal.kwartaal = telling.kwartaal
            and groep.kenmerk = telling.kenmerk
            and groep.groep = telling.groep
    left join bevolking
        on
            gebied_kwartaal.gebied_code = bevolking.gebied_code
            and extract(year from gebied_kwartaal.laatste_maand) = bevolking.jaar
            and groep.leeftijd_van = bevolking.leeftijd_van
            and groep.leeftijd_tot = bevolking.leeftijd_tot
),

met_status as (
    select
        *,
        case
            when basis_status = 'waarde' then bevolking_status else basis_status
        end as per_1000_status,
        {{ gaat_mee_onderdrukt(
            'aantal_jeugdigen', ['gebied_code', 'kwartaal', 'kenmerk'], 'volgorde'
        ) }} as gaat_mee
    from cijfer
)

select
    met_status.kwartaal,
    met_status.gebied_code as gemeente_code,
    met_status.gebied_naam as gemeente_naam,
    met_status.kenmerk,
    met_status.groep,
    met_status.groep_naam,
    met_status.volgorde,
    {{ onderdruk(
        'aantal_jeugdigen', 'bigint', ['aantal_jeugdigen'], 'basis_status', 'gaat_mee'
    ) }},
    {{ onderdruk('bevolking', 'bigint', [], 'bevolking_status') }},
    {{ onderdruk(
        'aantal_per_1000', 'decimal(9, 1)', ['aantal_jeugdigen'], 'per_1000_status', 'gaat_mee'
    ) }},
    met_status.volledigheid_percentage,
    peil.peildatum as stand_datum
from met_status
cross join peil
