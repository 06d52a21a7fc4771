-- Grain: kwartaal, gemeente or region, zorgvorm or total. Jeugdigen are counted once per level.
with telling as (
    select * from {{ ref('int_zorggebruik_kwartaal') }}
),

gebied_kwartaal as (
    select * from {{ ref('int_publicatie_kwartaal') }}
),

gebruikte_zorgvorm as (
    select * from {{ ref('int_zorggebruik_zorgvorm') }}
),

zorgvorm as (
    select * from {{ ref('int_publicatie_zorgvorm') }}
),

schaalniveau as (
    select * from {{ ref('schaalniveau') }}
),

peil as (
    select * from {{ ref('int_peildatum') }}
),

gebruikte_groep as (
    select
        zorgvorm.zorgvorm_groep,
        zorgvorm.zorgvorm_groep_naam,
        bool_or(gebruikte_zorgvorm.is_ijw) as is_ijw
    from gebruikte_zorgvorm
    inner join zorgvorm on gebruikte_zorgvorm.zorgvorm = zorgvorm.zorgvorm
    group by zorgvorm.zorgvorm_groep, zorgvorm.zorgvorm_groep_naam
),

cijfer as (
    select
        gebied_kwartaal.kwartaal,
        gebied_kwartaal.gebied_code,
        gebied_kwartaal.gebied_naam,
        gebruikte_groep.zorgvorm_groep,
        gebruikte_groep.zorgvorm_groep_naam,
        case
            when gebruikte_groep.zorgvorm_groep = 'totaal' then 'totaal'
            else coalesce(schaalniveau.niveau, 'onbekend')
        end as niveau,
        case
            when not gebruikte_groep.is_ijw then 'nvt'
            when not gebied_kwartaal.is_bekend then 'ontbreekt'
            else 'waarde'
        end as basis_status,
        gebied_kwartaal.is_eerste_kwartaal,
        coalesce(telling.aantal_jeugdigen, 0) as aantal_jeugdigen,
        coalesce(telling.aantal_toewijzingen, 0) as aantal_toewijzingen,
        coalesce(telling.aantal_alleen_declaratie, 0) as aantal_alleen_declaratie,
        coalesce(telling.aantal_begin, 0) as aantal_begin,
        coalesce(telling.instroom, 0) as instroom,
        coalesce(telling.doorstroom, 0) as doorstroom,
        coalesce(telling.uitstroom, 0) as uitstroom,
        coalesce(telling.aantal_eind, 0) as aantal_eind,
        100.0
        * telling.aantal_alleen_declaratie
        / nullif(telling.aantal_jeugdigen, 0) as declaratie_percentage,
        gebied_kwartaal.bevolking_0_17,
        gebied_kwartaal.bevolking_status,
        1000.0
        * coalesce(telling.aantal_jeugdigen, 0)
        / nullif(gebied_kwartaal.bevolking_0_17, 0) as aantal_per_1000,
        gebied_kwartaal.volledigheid_percentage
    from gebied_kwartaal
    cross join gebruikte_groep
    left join telling
        on
            gebied_kwartaal.gebied_code = telling.gebied_code
            and gebied_kwartaal.kwartaal = telling.kwartaal
            and gebruikte_groep.zorgvorm_groep = telling.zorgvorm_groep
    left join schaalniveau
        on
            gebruikte_groep.zorgvorm_groep = schaalniveau.zorgvorm
            and {{ geldt_op('gebied_kwartaal.laatste_maand', 'schaalniveau') }}
),

-- Who is in care at the end of a kwartaal is in care at the begin of the next: one figure, in two
-- rows. It is withheld in both when a difference with one of the totals beside it is small.
met_verschil as (
    select
        *,
        lead(aantal_jeugdigen - aantal_begin) over reeks as volgend_verschil,
        lag(aantal_jeugdigen - aantal_eind) over reeks as vorig_verschil
    from cijfer
    window reeks as (partition by gebied_code, zorgvorm_groep order by kwartaal asc)
),

met_status as (
    select
        *,
        case
            when basis_status = 'waarde' then bevolking_status else basis_status
        end as per_1000_status,
        case
            when basis_status = 'waarde' and is_eerste_kwartaal then 'ontbreekt' else basis_status
        end as instroom_basis_status
    from met_verschil
)

select
    met_status.kwartaal,
    met_status.gebied_code as gemeente_code,
    met_status.gebied_naam as gemeente_naam,
    met_status.zorgvorm_groep as zorgvorm,
    met_status.zorgvorm_groep_naam as zorgvorm_naam,
    met_status.niveau,
    {{ onderdruk('aantal_jeugdigen', 'bigint', ['aantal_jeugdigen'], 'basis_status') }},
    {{ onderdruk(
        'aantal_toewijzingen', 'bigint', ['aantal_toewijzingen', 'aantal_jeugdigen'], 'basis_status'
    ) }},
    {{ onderdruk(
        'aantal_begin',
        'bigint',
        ['aantal_begin', 'aantal_jeugdigen - aantal_begin', 'vorig_verschil'],
        'instroom_basis_status'
    ) }},
    {{ onderdruk('instroom', 'bigint', ['instroom'], 'instroom_basis_status') }},
    {{ onderdruk(
        'doorstroom',
        'bigint',
        ['doorstroom', 'instroom', 'instroom - doorstroom'],
        'instroom_basis_status'
    ) }},
    {{ onderdruk('uitstroom', 'bigint', ['uitstroom'], 'basis_status') }},
    {{ onderdruk(
        'aantal_eind',
        'bigint',
        ['aantal_eind', 'aantal_jeugdigen - aantal_eind', 'volgend_verschil'],
        'basis_status'
    ) }},
    {{ onderdruk(
        'declaratie_percentage',
        'decimal(5, 1)',
        [
            'aantal_jeugdigen',
            'aantal_alleen_declaratie',
            'aantal_jeugdigen - aantal_alleen_declaratie'
        ],
        'basis_status'
    ) }},
    {{ onderdruk('bevolking_0_17', 'bigint', [], 'bevolking_status') }},
    {{ onderdruk('aantal_per_1000', 'decimal(9, 1)', ['aantal_jeugdigen'], 'per_1000_status') }},
    met_status.volledigheid_percentage,
    peil.peildatum as stand_datum
from met_status
cross join peil
