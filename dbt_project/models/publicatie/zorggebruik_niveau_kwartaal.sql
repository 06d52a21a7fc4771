-- Grain: kwartaal, gemeente or region, niveau or total. Jeugdigen are counted once per niveau.
with telling as (
    select * from {{ ref('int_zorggebruik_niveau') }}
),

gebied_kwartaal as (
    select * from {{ ref('int_publicatie_kwartaal') }}
),

zorgvorm as (
    select * from {{ ref('int_zorggebruik_zorgvorm') }}
),

wijkteam as (
    select * from {{ ref('zorgvorm_wijkteam') }}
),

niveau as (
    select * from {{ ref('niveau') }}
),

peil as (
    select * from {{ ref('int_peildatum') }}
),

-- a wijkteam mostly works without messages: nought is then not what is true
wijkteam_met_berichten as (
    select count(*) > 0 as is_er
    from zorgvorm
    inner join wijkteam on zorgvorm.zorgvorm = wijkteam.zorgvorm
    where zorgvorm.is_ijw
),

niveau_berichten as (
    select
        niveau.niveau,
        niveau.niveau_naam,
        niveau.volgorde,
        niveau.ingangsdatum,
        niveau.einddatum,
        niveau.altijd_berichten or wijkteam_met_berichten.is_er as heeft_berichten
    from niveau
    cross join wijkteam_met_berichten
),

cijfer as (
    select
        gebied_kwartaal.kwartaal,
        gebied_kwartaal.gebied_code,
        gebied_kwartaal.gebied_naam,
        niveau_berichten.niveau,
        niveau_berichten.niveau_naam,
        niveau_berichten.volgorde,
        case
            when not niveau_berichten.heeft_berichten then 'nvt'
            when not gebied_kwartaal.is_bekend then 'ontbreekt'
            else 'waarde'
        end as basis_status,
        gebied_kwartaal.bevolking_status,
        coalesce(telling.aantal_jeugdigen, 0) as aantal_jeugdigen,
        1000.0
        * coalesce(telling.aantal_jeugdigen, 0)
        / nullif(gebied_kwartaal.bevolking_0_17, 0) as aantal_per_1000,
        gebied_kwartaal.volledigheid_percentage
    from gebied_kwartaal
    inner join niveau_berichten
        on {{ geldt_op('gebied_kwartaal.laatste_maand', 'niveau_berichten') }}
    left join telling
        on
            gebied_kwartaal.gebied_code = telling.gebied_code
            and gebied_kwartaal.kwartaal = telling.kwartaal
            and niveau_berichten.niveau = telling.niveau
),

met_status as (
    select
        *,
        case
            when basis_status = 'waarde' then bevolking_status else basis_status
        end as per_1000_status
    from cijfer
)

select
    met_status.kwartaal,
    met_status.gebied_code as gemeente_code,
    met_status.gebied_naam as gemeente_naam,
    met_status.niveau,
    met_status.niveau_naam,
    met_status.volgorde,
    {{ onderdruk('aantal_jeugdigen', 'bigint', ['aantal_jeugdigen'], 'basis_status') }},
    {{ onderdruk('aantal_per_1000', 'decimal(9, 1)', ['aantal_jeugdigen'], 'per_1000_status') }},
    met_status.volledigheid_percentage,
    peil.peildatum as stand_datum
from met_status
cross join peil
