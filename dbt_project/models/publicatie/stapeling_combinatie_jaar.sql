-- Grain: jaar, pair of zorgvormen. The whole region: per gemeente nearly every pair is small.
with zorggebruik as (
    select * from {{ ref('fct_zorggebruik') }}
),

gebied as (
    select * from {{ ref('int_publicatie_gebied') }}
),

gebied_kwartaal as (
    select * from {{ ref('int_publicatie_kwartaal') }}
),

gebruikte_zorgvorm as (
    select * from {{ ref('int_zorggebruik_zorgvorm') }}
),

zorgvorm as (
    select * from {{ ref('zorgvorm') }}
),

volledigheid as (
    select * from {{ ref('int_volledigheid_periode') }}
),

peil as (
    select * from {{ ref('int_peildatum') }}
),

in_regio as (
    select distinct
        zorggebruik.client_sleutel,
        zorggebruik.zorgmaand,
        zorggebruik.zorgvorm
    from zorggebruik
    inner join gebied on zorggebruik.gemeente_code = gebied.gemeente_code
    where gebied.gebied_code = 'regio'
),

telling as (
    select
        extract(year from eerste.zorgmaand) as jaar,
        eerste.zorgvorm,
        tweede.zorgvorm as andere_zorgvorm,
        count(distinct eerste.client_sleutel) as aantal_jeugdigen
    from in_regio as eerste
    inner join in_regio as tweede
        on
            eerste.client_sleutel = tweede.client_sleutel
            and eerste.zorgmaand = tweede.zorgmaand
            and eerste.zorgvorm < tweede.zorgvorm
    group by extract(year from eerste.zorgmaand), eerste.zorgvorm, tweede.zorgvorm
),

jaar as (
    select
        gebied_naam,
        cast(extract(year from laatste_maand) as integer) as jaar,
        bool_or(is_bekend) as is_bekend
    from gebied_kwartaal
    where gebied_code = 'regio'
    group by gebied_naam, extract(year from laatste_maand)
),

getoonde_zorgvorm as (
    select
        zorgvorm.zorgvorm,
        zorgvorm.zorgvorm_naam
    from gebruikte_zorgvorm
    inner join zorgvorm on gebruikte_zorgvorm.zorgvorm = zorgvorm.zorgvorm
    where gebruikte_zorgvorm.is_ijw
),

cijfer as (
    select
        jaar.jaar,
        jaar.gebied_naam,
        eerste.zorgvorm,
        eerste.zorgvorm_naam,
        tweede.zorgvorm as andere_zorgvorm,
        tweede.zorgvorm_naam as andere_zorgvorm_naam,
        case when jaar.is_bekend then 'waarde' else 'ontbreekt' end as basis_status,
        coalesce(telling.aantal_jeugdigen, 0) as aantal_jeugdigen
    from jaar
    cross join getoonde_zorgvorm as eerste
    inner join getoonde_zorgvorm as tweede on eerste.zorgvorm < tweede.zorgvorm
    left join telling
        on
            jaar.jaar = telling.jaar
            and eerste.zorgvorm = telling.zorgvorm
            and tweede.zorgvorm = telling.andere_zorgvorm
)

select
    cijfer.jaar,
    'regio' as gemeente_code,
    cijfer.gebied_naam as gemeente_naam,
    cijfer.zorgvorm,
    cijfer.zorgvorm_naam,
    cijfer.andere_zorgvorm,
    cijfer.andere_zorgvorm_naam,
    {{ onderdruk('aantal_jeugdigen', 'bigint', ['aantal_jeugdigen'], 'basis_status') }},
    volledigheid.volledigheid_percentage,
    peil.peildatum as stand_datum
from cijfer
cross join peil
left join volledigheid
    on
        volledigheid.gebied_code = 'regio'
        and cast(cijfer.jaar as varchar) = volledigheid.periode
        and volledigheid.bron = 'ijw_begin'
