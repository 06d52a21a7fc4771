-- Grain: wachttijd_sleutel: a live toewijzing, or a request without one.
with wacht as (
    select * from {{ ref('int_wachttijd_klasse') }}
),

overbrugging as (
    select * from {{ ref('int_wachttijd_overbrugging') }}
),

wachtnorm as (
    select * from {{ ref('wachtnorm') }}
)

select
    wacht.wachttijd_sleutel,
    wacht.soort,
    wacht.gemeente_code,
    wacht.toewijzing_nummer,
    wacht.referentie_aanbieder,
    wacht.client_sleutel,
    wacht.aanbieder_agb,
    wacht.zorgvorm,
    wacht.niveau,
    wacht.verwijzer_groep,
    wacht.route,
    wacht.verzoek_datum,
    wacht.toewijzing_datum,
    wacht.start_datum,
    wacht.vanaf_datum,
    cast(wacht.wacht_dagen as integer) as wacht_dagen,
    wacht.is_wachtend,
    wachtnorm.norm_dagen,
    case
        when wacht.start_datum is not null then wacht.wacht_dagen <= wachtnorm.norm_dagen
    end as binnen_norm,
    overbrugging.wachttijd_sleutel is not null as is_overbrugd,
    wacht.uitsluiting,
    {{ kwartaal('wacht.tot_datum') }} as kwartaal,
    wacht.bekend_sinds,
    wacht.ingang_datum,
    wacht.gewenste_ingang_datum,
    wacht.eind_datum,
    wacht.klasse,
    wacht.vervanging_soort,
    coalesce(overbrugging.overbrugd_dagen, 0) as overbrugd_dagen
from wacht
left join overbrugging
    on wacht.wachttijd_sleutel = overbrugging.wachttijd_sleutel
left join wachtnorm
    on
        wacht.zorgvorm = wachtnorm.zorgvorm
        and {{ geldt_op('wacht.vanaf_datum', 'wachtnorm') }}
