-- Grain: kwartaal in which the wait began, gemeente or region, zorgvorm or total, definition.
with definitie as (
    select *
    from {{ ref('wachttijd_definitie') }}
    where is_berekenbaar
),

cohort as (
    select * from {{ ref('int_wachttijd_cohort') }}
),

km as (
    select * from {{ ref('int_wachttijd_km') }}
),

zorgvorm as (
    select * from {{ ref('int_wachttijd_zorgvorm') }}
),

gebied_maand as (
    select * from {{ ref('int_publicatie_maand') }}
),

volledigheid as (
    select *
    from {{ ref('int_volledigheid_periode') }}
    where bron = 'ijw_begin'
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

cijfer as (
    select
        gebied_kwartaal.kwartaal,
        gebied_kwartaal.gebied_code,
        gebied_kwartaal.gebied_naam,
        zorgvorm.zorgvorm_groep,
        zorgvorm.zorgvorm_groep_naam,
        definitie.definitie_code,
        definitie.definitie_naam,
        peil.peildatum,
        case
            when not zorgvorm.is_van_toepassing then 'nvt'
            when
                definitie.is_stand
                and gebied_kwartaal.kwartaal != {{ kwartaal('peil.peildatum') }}
                then 'nvt'
            when not gebied_kwartaal.is_bekend then 'ontbreekt'
            else 'waarde'
        end as basis_status,
        coalesce(cohort.aantal_begonnen, 0) as aantal_begonnen,
        coalesce(cohort.aantal_jeugdigen, 0) as aantal_jeugdigen,
        coalesce(cohort.gestarte_jeugdigen, 0) as gestarte_jeugdigen,
        coalesce(cohort.aantal_overbrugd, 0) as aantal_overbrugd,
        cohort.norm_dagen,
        cohort.aantal_met_norm,
        cohort.aantal_binnen_norm,
        100.0
        * cohort.aantal_binnen_norm
        / nullif(cohort.aantal_met_norm, 0) as cohort_binnen_norm_percentage,
        km.naief_mediaan_dagen,
        km.naief_p90_dagen,
        km.km_mediaan_dagen,
        km.km_p90_dagen,
        volledigheid.volledigheid_percentage
    from gebied_kwartaal
    cross join zorgvorm
    cross join definitie
    cross join peil
    left join cohort
        on
            gebied_kwartaal.gebied_code = cohort.gebied_code
            and gebied_kwartaal.kwartaal = cohort.kwartaal
            and zorgvorm.zorgvorm_groep = cohort.zorgvorm_groep
            and definitie.definitie_code = cohort.definitie_code
    left join km
        on
            gebied_kwartaal.gebied_code = km.gebied_code
            and gebied_kwartaal.kwartaal = km.kwartaal
            and zorgvorm.zorgvorm_groep = km.zorgvorm_groep
            and definitie.definitie_code = km.definitie_code
    left join volledigheid
        on
            gebied_kwartaal.gebied_code = volledigheid.gebied_code
            and gebied_kwartaal.kwartaal = volledigheid.periode
),

{%- set wacht = ['aantal_begonnen', 'aantal_jeugdigen', 'aantal_overbrugd'] %}

onderdrukt as (
    select
        kwartaal,
        gebied_code as gemeente_code,
        gebied_naam as gemeente_naam,
        zorgvorm_groep as zorgvorm,
        zorgvorm_groep_naam as zorgvorm_naam,
        definitie_code,
        definitie_naam,
        {{ onderdruk('aantal_begonnen', 'bigint', wacht, 'basis_status') }},
        {{ onderdruk(
            'naief_mediaan_dagen', 'bigint', wacht + ['gestarte_jeugdigen'], 'basis_status'
        ) }},
        {{ onderdruk(
            'naief_p90_dagen', 'bigint', wacht + ['gestarte_jeugdigen'], 'basis_status'
        ) }},
        {{ onderdruk('km_mediaan_dagen', 'bigint', wacht, 'basis_status') }},
        {{ onderdruk('km_p90_dagen', 'bigint', wacht, 'basis_status') }},
        norm_dagen,
        {{ onderdruk(
            'cohort_binnen_norm_percentage',
            'decimal(5, 1)',
            wacht + [
                'aantal_met_norm', 'aantal_binnen_norm', 'aantal_met_norm - aantal_binnen_norm'
            ],
            'basis_status'
        ) }},
        volledigheid_percentage,
        peildatum as stand_datum
    from cijfer
)

-- A curve that does not come down far enough has no median yet: not applicable, and said so.
select
    kwartaal,
    gemeente_code,
    gemeente_naam,
    zorgvorm,
    zorgvorm_naam,
    definitie_code,
    definitie_naam,
    aantal_begonnen,
    aantal_begonnen_status,
    naief_mediaan_dagen,
    naief_mediaan_dagen_status,
    naief_p90_dagen,
    naief_p90_dagen_status,
    km_mediaan_dagen,
    km_mediaan_dagen_status,
    case when aantal_begonnen > 0 then km_mediaan_dagen_status = 'waarde' end as km_mediaan_bereikt,
    km_p90_dagen,
    km_p90_dagen_status,
    case when aantal_begonnen > 0 then km_p90_dagen_status = 'waarde' end as km_p90_bereikt,
    norm_dagen,
    cohort_binnen_norm_percentage,
    cohort_binnen_norm_percentage_status,
    volledigheid_percentage,
    stand_datum
from onderdrukt
