-- Grain: jaar of care, gemeente or region, zorgzwaarte_band or total. Jeugdigen with a positive
-- net amount in the year, by what their care cost.
with casuistiek as (
    select * from {{ ref('fct_casuistiek') }}
),

band as (
    select * from {{ ref('zorgzwaarte_band') }}
),

dominantie as (
    select * from {{ ref('dominantie_grens') }}
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
    where zorgzwaarte_band is not null
    union all
    select
        jaar,
        gebied_code,
        'totaal' as zorgzwaarte_band,
        kosten_eurocent
    from casuistiek
    where zorgzwaarte_band is not null
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

-- an amount that one or two youths dominate is withheld as if it rested on one
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
            else coalesce(som.aantal_jeugdigen, 0)
        end as telling_bedrag
    from gebied_band
    inner join dominantie on {{ geldt_op('gebied_band.eerste_dag', 'dominantie') }}
    left join som
        on
            gebied_band.jaar = som.jaar
            and gebied_band.gebied_code = som.gebied_code
            and gebied_band.zorgzwaarte_band = som.zorgzwaarte_band
),

beschermd as (
    select
        *,
        {{ gaat_mee_onderdrukt(
            'aantal_jeugdigen', ['jaar', 'gebied_code', 'is_totaal'], 'volgorde'
        ) }} as gaat_mee,
        {{ gaat_mee_onderdrukt(
            'telling_bedrag', ['jaar', 'gebied_code', 'is_totaal'], 'volgorde'
        ) }} as bedrag_gaat_mee
    from beoordeeld
),

cijfer as (
    select
        beschermd.jaar,
        beschermd.gebied_code,
        beschermd.gebied_naam,
        beschermd.zorgzwaarte_band,
        beschermd.zorgzwaarte_band_naam,
        beschermd.basis_status,
        beschermd.aantal_jeugdigen,
        100.0
        * beschermd.aantal_jeugdigen
        / nullif(totaal.aantal_jeugdigen, 0) as jeugdigen_percentage,
        beschermd.kosten_eurocent / 100.0 as kosten_euro,
        100.0
        * beschermd.kosten_eurocent
        / nullif(totaal.kosten_eurocent, 0) as kosten_percentage,
        beschermd.telling_bedrag,
        totaal.aantal_jeugdigen as totaal_jeugdigen,
        totaal.telling_bedrag as totaal_telling_bedrag,
        beschermd.gaat_mee,
        beschermd.gaat_mee or beschermd.bedrag_gaat_mee as bedrag_gaat_mee,
        volledigheid.volledigheid_percentage
    from beschermd
    inner join beschermd as totaal
        on
            beschermd.jaar = totaal.jaar
            and beschermd.gebied_code = totaal.gebied_code
            and totaal.is_totaal
    left join volledigheid
        on
            beschermd.gebied_code = volledigheid.gebied_code
            and cast(beschermd.jaar as varchar) = volledigheid.periode
            and volledigheid.bron = 'ijw'
)

select
    cijfer.jaar,
    cijfer.gebied_code as gemeente_code,
    cijfer.gebied_naam as gemeente_naam,
    cijfer.zorgzwaarte_band,
    cijfer.zorgzwaarte_band_naam,
    {{ onderdruk(
        'aantal_jeugdigen', 'bigint', ['aantal_jeugdigen'], 'basis_status', 'gaat_mee'
    ) }},
    {{ onderdruk(
        'jeugdigen_percentage',
        'decimal(5, 1)',
        ['aantal_jeugdigen', 'totaal_jeugdigen'],
        'basis_status',
        'gaat_mee'
    ) }},
    {{ onderdruk(
        'kosten_euro',
        'decimal(14, 2)',
        ['aantal_jeugdigen', 'telling_bedrag'],
        'basis_status',
        'bedrag_gaat_mee'
    ) }},
    {{ onderdruk(
        'kosten_percentage',
        'decimal(5, 1)',
        ['aantal_jeugdigen', 'telling_bedrag', 'totaal_telling_bedrag'],
        'basis_status',
        'bedrag_gaat_mee'
    ) }},
    cijfer.volledigheid_percentage,
    peil.peildatum as stand_datum
from cijfer
cross join peil
