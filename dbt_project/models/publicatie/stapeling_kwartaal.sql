-- Grain: kwartaal, gemeente or region, stapeling_groep.
with telling as (
    select * from {{ ref('int_stapeling') }}
),

gebied_kwartaal as (
    select * from {{ ref('int_publicatie_kwartaal') }}
),

groep as (
    select * from {{ ref('stapeling_groep') }}
),

peil as (
    select * from {{ ref('int_peildatum') }}
),

cijfer as (
    select
        gebied_kwartaal.kwartaal,
        gebied_kwartaal.gebied_code,
        gebied_kwartaal.gebied_naam,
        groep.stapeling_groep,
        groep.stapeling_groep_naam,
        groep.volgorde,
        case when gebied_kwartaal.is_bekend then 'waarde' else 'ontbreekt' end as basis_status,
        coalesce(telling.aantal_jeugdigen, 0) as aantal_jeugdigen,
        gebied_kwartaal.volledigheid_percentage
    from gebied_kwartaal
    inner join groep on {{ geldt_op('gebied_kwartaal.eerste_maand', 'groep') }}
    left join telling
        on
            gebied_kwartaal.gebied_code = telling.gebied_code
            and gebied_kwartaal.kwartaal = telling.kwartaal
            and groep.stapeling_groep = telling.stapeling_groep
),

met_deel as (
    select
        *,
        100.0
        * aantal_jeugdigen
        / nullif(sum(aantal_jeugdigen) over deling, 0) as jeugdigen_percentage,
        {{ gaat_mee_onderdrukt(
            'aantal_jeugdigen', ['gebied_code', 'kwartaal'], 'volgorde'
        ) }} as gaat_mee
    from cijfer
    window deling as (partition by gebied_code, kwartaal)
)

select
    met_deel.kwartaal,
    met_deel.gebied_code as gemeente_code,
    met_deel.gebied_naam as gemeente_naam,
    met_deel.stapeling_groep,
    met_deel.stapeling_groep_naam,
    met_deel.volgorde,
    {{ onderdruk(
        'aantal_jeugdigen', 'bigint', ['aantal_jeugdigen'], 'basis_status', 'gaat_mee'
    ) }},
    {{ onderdruk(
        'jeugdigen_percentage', 'decimal(5, 1)', ['aantal_jeugdigen'], 'basis_status', 'gaat_mee'
    ) }},
    met_deel.volledigheid_percentage,
    peil.peildatum as stand_datum
from met_deel
cross join peil
