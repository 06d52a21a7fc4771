-- Grain: jaar of care, published area, zorgzwaarte_band or total. Jeugdigen with a positive net
-- amount in the year, by what their care cost, and whether that may be shown beside the total.
with casuistiek as (
    select *
    from {{ ref('fct_casuistiek') }}
    where zorgzwaarte_band is not null
),

band as (
    select * from {{ ref('zorgzwaarte_band') }}
),

dominantie as (
    select * from {{ ref('dominantie_grens') }}
),

verborgen as (
    select *
    from {{ ref('int_publicatie_kosten_verborgen') }}
    where zorgvorm_groep = 'totaal'
),

gebied_maand as (
    select * from {{ ref('int_publicatie_maand') }}
),

gebied_jaar as (
    select
        gebied_code,
        gebied_naam,
        cast(extract(year from zorgmaand) as integer) as jaar,
        min(date_trunc('year', zorgmaand)) as eerste_dag,
        case when bool_or(is_declaratie_bekend) then 'waarde' else 'ontbreekt' end as basis_status
    from gebied_maand
    group by gebied_code, gebied_naam, extract(year from zorgmaand)
),

gebied_band as (
    select
        gebied_jaar.*,
        band.zorgzwaarte_band,
        band.zorgzwaarte_band_naam,
        band.volgorde,
        false as is_totaal
    from gebied_jaar
    inner join band on {{ geldt_op('gebied_jaar.eerste_dag', 'band') }}
    union all
    select
        *,
        'totaal' as zorgzwaarte_band,
        'Totaal' as zorgzwaarte_band_naam,
        99 as volgorde,
        true as is_totaal
    from gebied_jaar
),

casus as (
    select
        jaar,
        gebied_code,
        zorgzwaarte_band,
        kosten_eurocent
    from casuistiek
    union all
    select
        jaar,
        gebied_code,
        'totaal' as zorgzwaarte_band,
        kosten_eurocent
    from casuistiek
),

gerangschikt as (
    select
        *,
        row_number() over (
            partition by jaar, gebied_code, zorgzwaarte_band order by kosten_eurocent desc
        ) as plek
    from casus
),

som as (
    select
        jaar,
        gebied_code,
        zorgzwaarte_band,
        count(*) as aantal_jeugdigen,
        sum(kosten_eurocent) as kosten_eurocent,
        max(kosten_eurocent) as grootste_eurocent,
        sum(kosten_eurocent) filter (where plek <= 2) as twee_grootste_eurocent
    from gerangschikt
    group by jaar, gebied_code, zorgzwaarte_band
),

-- a band that one or two youths dominate is withheld as if they were alone in it, and a jaar that
-- gives away a month that kosten_maand withholds as if it rested on the youths of that month
beoordeeld as (
    select
        gebied_band.*,
        coalesce(som.aantal_jeugdigen, 0) as aantal_jeugdigen,
        coalesce(som.kosten_eurocent, 0) as kosten_eurocent,
        case
            when
                100 * som.grootste_eurocent
                > dominantie.grootste_percentage * som.kosten_eurocent
                or 100 * som.twee_grootste_eurocent
                > dominantie.twee_grootste_percentage * som.kosten_eurocent
                then 1
            else coalesce(least(som.aantal_jeugdigen, verborgen.aantal_jeugdigen), 0)
        end as telling
    from gebied_band
    inner join dominantie on {{ geldt_op('gebied_band.eerste_dag', 'dominantie') }}
    left join som
        on
            gebied_band.jaar = som.jaar
            and gebied_band.gebied_code = som.gebied_code
            and gebied_band.zorgzwaarte_band = som.zorgzwaarte_band
    left join verborgen
        on
            gebied_band.gebied_code = verborgen.gebied_code
            and cast(gebied_band.jaar as varchar) = verborgen.periode
)

select
    jaar,
    gebied_code,
    gebied_naam,
    basis_status,
    zorgzwaarte_band,
    zorgzwaarte_band_naam,
    volgorde,
    is_totaal,
    aantal_jeugdigen,
    kosten_eurocent,
    telling between 1 and {{ var('onderdrukking_drempel', 10) | int - 1 }}
    or {{ gaat_mee_onderdrukt(
        'telling', ['jaar', 'gebied_code', 'is_totaal'], 'volgorde'
    ) }} as is_verborgen
from beoordeeld
