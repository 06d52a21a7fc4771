-- Grain: jaar, gemeente or region, zorgvorm or total.
with telling as (
    select * from {{ ref('int_duur_telling') }}
),

mediaan as (
    select * from {{ ref('int_duur_mediaan') }}
),

gebied_maand as (
    select * from {{ ref('int_publicatie_maand') }}
),

gebruikte_zorgvorm as (
    select * from {{ ref('int_zorggebruik_zorgvorm') }}
),

zorgvorm as (
    select * from {{ ref('int_publicatie_zorgvorm') }}
),

volledigheid as (
    select * from {{ ref('int_volledigheid_periode') }}
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

gebied_jaar as (
    select
        gebied_code,
        gebied_naam,
        cast(extract(year from zorgmaand) as integer) as jaar,
        bool_or(is_zorggebruik_bekend) as is_bekend
    from gebied_maand
    group by gebied_code, gebied_naam, extract(year from zorgmaand)
),

eerste_jaar as (
    select
        gebied_code,
        min(jaar) as jaar
    from gebied_jaar
    where is_bekend
    group by gebied_code
),

cijfer as (
    select
        gebied_jaar.jaar,
        gebied_jaar.gebied_code,
        gebied_jaar.gebied_naam,
        gebruikte_groep.zorgvorm_groep,
        gebruikte_groep.zorgvorm_groep_naam,
        case
            when not gebruikte_groep.is_ijw then 'nvt'
            when not gebied_jaar.is_bekend then 'ontbreekt'
            else 'waarde'
        end as basis_status,
        -- before the first jaar nothing is known: who began in it cannot be told
        case
            when not gebruikte_groep.is_ijw then 'nvt'
            when not gebied_jaar.is_bekend or gebied_jaar.jaar = eerste_jaar.jaar then 'ontbreekt'
            else 'waarde'
        end as begonnen_status,
        coalesce(telling.aantal_begonnen, 0) as aantal_begonnen,
        coalesce(telling.aantal_beeindigd, 0) as aantal_beeindigd,
        coalesce(telling.aantal_lopend, 0) as aantal_lopend,
        telling.begonnen_jeugdigen,
        telling.beeindigde_jeugdigen,
        telling.lopende_jeugdigen,
        telling.gemiddelde_duur_dagen,
        telling.mediaan_duur_dagen,
        telling.p90_duur_dagen,
        mediaan.mediaan_duur_dagen as mediaan_duur_met_lopend_dagen,
        telling.gemiddelde_duur_lopend_dagen,
        volledigheid.volledigheid_percentage
    from gebied_jaar
    cross join gebruikte_groep
    left join eerste_jaar on gebied_jaar.gebied_code = eerste_jaar.gebied_code
    left join telling
        on
            gebied_jaar.gebied_code = telling.gebied_code
            and gebied_jaar.jaar = telling.jaar
            and gebruikte_groep.zorgvorm_groep = telling.zorgvorm_groep
    left join mediaan
        on
            gebied_jaar.gebied_code = mediaan.gebied_code
            and gebied_jaar.jaar = mediaan.jaar
            and gebruikte_groep.zorgvorm_groep = mediaan.zorgvorm_groep
    left join volledigheid
        on
            gebied_jaar.gebied_code = volledigheid.gebied_code
            and cast(gebied_jaar.jaar as varchar) = volledigheid.periode
            and volledigheid.bron = 'ijw_begin'
),

-- what runs at the end follows from what ran a jaar before, began and ended
met_buurjaar as (
    select
        *,
        lead(aantal_begonnen) over reeks as volgende_begonnen,
        lead(aantal_beeindigd) over reeks as volgende_beeindigd
    from cijfer
    window reeks as (partition by gebied_code, zorgvorm_groep order by jaar asc)
)

select
    met_buurjaar.jaar,
    met_buurjaar.gebied_code as gemeente_code,
    met_buurjaar.gebied_naam as gemeente_naam,
    met_buurjaar.zorgvorm_groep as zorgvorm,
    met_buurjaar.zorgvorm_groep_naam as zorgvorm_naam,
    {{ onderdruk(
        'aantal_beeindigd', 'bigint', ['aantal_beeindigd', 'beeindigde_jeugdigen'], 'basis_status'
    ) }},
    {{ onderdruk(
        'gemiddelde_duur_dagen', 'decimal(9, 1)', ['beeindigde_jeugdigen'], 'basis_status'
    ) }},
    {{ onderdruk(
        'mediaan_duur_dagen', 'decimal(9, 1)', ['beeindigde_jeugdigen'], 'basis_status'
    ) }},
    {{ onderdruk('p90_duur_dagen', 'decimal(9, 1)', ['beeindigde_jeugdigen'], 'basis_status') }},
    {{ onderdruk(
        'aantal_begonnen', 'bigint', ['aantal_begonnen', 'begonnen_jeugdigen'], 'begonnen_status'
    ) }},
    {{ onderdruk(
        'mediaan_duur_met_lopend_dagen', 'integer', ['begonnen_jeugdigen'], 'begonnen_status'
    ) }},
    {{ onderdruk(
        'aantal_lopend',
        'bigint',
        [
            'aantal_lopend',
            'lopende_jeugdigen',
            'begonnen_jeugdigen',
            'beeindigde_jeugdigen',
            'aantal_begonnen',
            'aantal_beeindigd',
            'volgende_begonnen',
            'volgende_beeindigd'
        ],
        'basis_status'
    ) }},
    {{ onderdruk(
        'gemiddelde_duur_lopend_dagen', 'decimal(9, 1)', ['lopende_jeugdigen'], 'basis_status'
    ) }},
    met_buurjaar.volledigheid_percentage,
    peil.peildatum as stand_datum
from met_buurjaar
cross join peil
