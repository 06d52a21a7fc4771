-- Grain: kwartaal, gemeente or region, zorgvorm or total. Waits of care that started in the
-- kwartaal; who still waits is only known at the peildatum and stands in the kwartaal of that day.
with wachttijd as (
    select * from {{ ref('fct_wachttijd') }}
),

gebied as (
    select * from {{ ref('int_publicatie_gebied') }}
),

zorgvorm as (
    select * from {{ ref('int_publicatie_zorgvorm') }}
),

gebruikte_groep as (
    select * from {{ ref('int_wachttijd_zorgvorm') }}
),

cohort as (
    select *
    from {{ ref('int_wachttijd_cohort') }}
    where definitie_code = 'regio'
),

km as (
    select *
    from {{ ref('int_wachttijd_km') }}
    where definitie_code = 'regio'
),

gebied_maand as (
    select * from {{ ref('int_publicatie_maand') }}
),

volledigheid as (
    select * from {{ ref('int_volledigheid_periode') }}
),

peil as (
    select * from {{ ref('int_peildatum') }}
),

gebied_kwartaal as (
    select
        gebied_code,
        gebied_naam,
        {{ kwartaal('zorgmaand') }} as kwartaal,
        bool_or(is_zorggebruik_bekend) as is_bekend
    from gebied_maand
    group by gebied_code, gebied_naam, {{ kwartaal('zorgmaand') }}
),

per_niveau as (
    select
        gebied.gebied_code,
        zorgvorm.zorgvorm_groep,
        wachttijd.client_sleutel,
        wachttijd.wacht_dagen,
        wachttijd.binnen_norm,
        wachttijd.is_wachtend,
        wachttijd.is_overbrugd,
        wachttijd.kwartaal
    from wachttijd
    inner join gebied on wachttijd.gemeente_code = gebied.gemeente_code
    inner join zorgvorm on wachttijd.zorgvorm = zorgvorm.zorgvorm
    where wachttijd.uitsluiting is null
),

gestart as (
    select
        gebied_code,
        zorgvorm_groep,
        kwartaal,
        count(*) as aantal_gestart,
        count(distinct client_sleutel) as aantal_jeugdigen,
        avg(wacht_dagen) as gemiddelde_wacht_dagen,
        quantile_cont(wacht_dagen, 0.5) as mediaan_wacht_dagen,
        quantile_cont(wacht_dagen, 0.9) as p90_wacht_dagen,
        count(case when binnen_norm then 1 end) as aantal_binnen_norm,
        count(binnen_norm) as aantal_met_norm,
        count(case when is_overbrugd then 1 end) as aantal_overbrugd,
        count(distinct case when not is_overbrugd then client_sleutel end) as netto_jeugdigen,
        avg(case when not is_overbrugd then wacht_dagen end) as gemiddelde_wacht_dagen_netto
    from per_niveau
    where not is_wachtend
    group by gebied_code, zorgvorm_groep, kwartaal
),

wachtend as (
    select
        gebied_code,
        zorgvorm_groep,
        kwartaal,
        count(*) as aantal_wachtend,
        count(distinct client_sleutel) as aantal_jeugdigen,
        count(case when not is_overbrugd then 1 end) as aantal_wachtend_netto,
        count(distinct case when not is_overbrugd then client_sleutel end) as netto_jeugdigen
    from per_niveau
    where is_wachtend
    group by gebied_code, zorgvorm_groep, kwartaal
),

cijfer as (
    select
        gebied_kwartaal.kwartaal,
        gebied_kwartaal.gebied_code,
        gebied_kwartaal.gebied_naam,
        gebruikte_groep.zorgvorm_groep,
        gebruikte_groep.zorgvorm_groep_naam,
        peil.peildatum,
        case
            when not gebruikte_groep.is_van_toepassing then 'nvt'
            when not gebied_kwartaal.is_bekend then 'ontbreekt'
            else 'waarde'
        end as basis_status,
        case
            when not gebruikte_groep.is_van_toepassing then 'nvt'
            when gebied_kwartaal.kwartaal != {{ kwartaal('peil.peildatum') }} then 'nvt'
            when not gebied_kwartaal.is_bekend then 'ontbreekt'
            else 'waarde'
        end as wachtend_status,
        coalesce(gestart.aantal_gestart, 0) as aantal_gestart,
        coalesce(gestart.aantal_jeugdigen, 0) as gestarte_jeugdigen,
        gestart.gemiddelde_wacht_dagen,
        gestart.mediaan_wacht_dagen,
        gestart.p90_wacht_dagen,
        gestart.aantal_binnen_norm,
        gestart.aantal_met_norm,
        100.0
        * gestart.aantal_binnen_norm
        / nullif(gestart.aantal_met_norm, 0) as binnen_norm_percentage,
        coalesce(wachtend.aantal_wachtend, 0) as aantal_wachtend,
        coalesce(wachtend.aantal_jeugdigen, 0) as wachtende_jeugdigen,
        gestart.aantal_overbrugd as gestart_overbrugd,
        gestart.netto_jeugdigen as gestarte_netto_jeugdigen,
        gestart.gemiddelde_wacht_dagen_netto,
        coalesce(wachtend.aantal_wachtend_netto, 0) as aantal_wachtend_netto,
        wachtend.netto_jeugdigen as wachtende_netto_jeugdigen,
        cohort.aantal_jeugdigen as begonnen_jeugdigen,
        km.km_mediaan_dagen,
        km.km_p90_dagen,
        volledigheid.volledigheid_percentage
    from gebied_kwartaal
    cross join gebruikte_groep
    cross join peil
    left join gestart
        on
            gebied_kwartaal.gebied_code = gestart.gebied_code
            and gebied_kwartaal.kwartaal = gestart.kwartaal
            and gebruikte_groep.zorgvorm_groep = gestart.zorgvorm_groep
    left join wachtend
        on
            gebied_kwartaal.gebied_code = wachtend.gebied_code
            and gebied_kwartaal.kwartaal = wachtend.kwartaal
            and gebruikte_groep.zorgvorm_groep = wachtend.zorgvorm_groep
    left join cohort
        on
            gebied_kwartaal.gebied_code = cohort.gebied_code
            and gebied_kwartaal.kwartaal = cohort.kwartaal
            and gebruikte_groep.zorgvorm_groep = cohort.zorgvorm_groep
    left join km
        on
            gebied_kwartaal.gebied_code = km.gebied_code
            and gebied_kwartaal.kwartaal = km.kwartaal
            and gebruikte_groep.zorgvorm_groep = km.zorgvorm_groep
    left join volledigheid
        on
            gebied_kwartaal.gebied_code = volledigheid.gebied_code
            and gebied_kwartaal.kwartaal = volledigheid.periode
            and volledigheid.bron = 'ijw_begin'
)

select
    kwartaal,
    gebied_code as gemeente_code,
    gebied_naam as gemeente_naam,
    zorgvorm_groep as zorgvorm,
    zorgvorm_groep_naam as zorgvorm_naam,
    {{ onderdruk(
        'aantal_gestart', 'bigint', ['aantal_gestart', 'gestarte_jeugdigen'], 'basis_status'
    ) }},
    {{ onderdruk(
        'gemiddelde_wacht_dagen', 'decimal(9, 1)', ['gestarte_jeugdigen'], 'basis_status'
    ) }},
    {{ onderdruk(
        'mediaan_wacht_dagen', 'decimal(9, 1)', ['gestarte_jeugdigen'], 'basis_status'
    ) }},
    {{ onderdruk('p90_wacht_dagen', 'decimal(9, 1)', ['gestarte_jeugdigen'], 'basis_status') }},
    {{ onderdruk(
        'binnen_norm_percentage',
        'decimal(5, 1)',
        [
            'gestarte_jeugdigen',
            'aantal_met_norm',
            'aantal_binnen_norm',
            'aantal_met_norm - aantal_binnen_norm'
        ],
        'basis_status'
    ) }},
    {{ onderdruk(
        'aantal_wachtend', 'bigint', ['aantal_wachtend', 'wachtende_jeugdigen'], 'wachtend_status'
    ) }},
    {{ onderdruk(
        'aantal_wachtend_netto',
        'bigint',
        [
            'aantal_wachtend',
            'wachtende_jeugdigen',
            'aantal_wachtend_netto',
            'wachtende_netto_jeugdigen',
            'aantal_wachtend - aantal_wachtend_netto'
        ],
        'wachtend_status'
    ) }},
    {{ onderdruk(
        'gemiddelde_wacht_dagen_netto',
        'decimal(9, 1)',
        ['gestarte_jeugdigen', 'gestarte_netto_jeugdigen', 'gestart_overbrugd'],
        'basis_status'
    ) }},
    {{ onderdruk('km_mediaan_dagen', 'bigint', ['begonnen_jeugdigen'], 'basis_status') }},
    {{ onderdruk('km_p90_dagen', 'bigint', ['begonnen_jeugdigen'], 'basis_status') }},
    volledigheid_percentage,
    peildatum as stand_datum
from cijfer
