-- Grain: jaar of care, gemeente or region, zorgzwaarte_band or total. Amounts of the gemeenten add
-- up to the region: what one gemeente withholds, a second one withholds too.
with zorgzwaarte as (
    select * from {{ ref('int_zorgzwaarte') }}
),

volledigheid as (
    select * from {{ ref('int_volledigheid_periode') }}
),

peil as (
    select * from {{ ref('int_peildatum') }}
),

verborgen_band as (
    select distinct
        jaar,
        zorgzwaarte_band
    from zorgzwaarte
    where is_verborgen
),

gemeente as (
    select
        jaar,
        gebied_code,
        bool_or(is_verborgen) as heeft_verborgen,
        row_number() over (
            partition by jaar
            order by bool_or(is_verborgen) desc, max(aantal_jeugdigen) asc, gebied_code asc
        ) as plek
    from zorgzwaarte
    where gebied_code != 'regio' and basis_status = 'waarde'
    group by jaar, gebied_code
),

blok_gemeente as (
    select
        jaar,
        gebied_code
    from gemeente
    where heeft_verborgen or plek <= 2
),

beschermd as (
    select
        zorgzwaarte.*,
        zorgzwaarte.is_verborgen
        or (
            verborgen_band.zorgzwaarte_band is not null
            and blok_gemeente.gebied_code is not null
        ) as gaat_mee
    from zorgzwaarte
    left join verborgen_band
        on
            zorgzwaarte.jaar = verborgen_band.jaar
            and zorgzwaarte.zorgzwaarte_band = verborgen_band.zorgzwaarte_band
    left join blok_gemeente
        on
            zorgzwaarte.jaar = blok_gemeente.jaar
            and zorgzwaarte.gebied_code = blok_gemeente.gebied_code
),

cijfer as (
    select
        beschermd.*,
        100.0
        * beschermd.aantal_jeugdigen
        / nullif(totaal.aantal_jeugdigen, 0) as jeugdigen_percentage,
        beschermd.kosten_eurocent / 100.0 as kosten_euro,
        100.0
        * beschermd.kosten_eurocent
        / nullif(totaal.kosten_eurocent, 0) as kosten_percentage,
        beschermd.gaat_mee or totaal.gaat_mee as deel_gaat_mee,
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
    cijfer.volgorde,
    {{ onderdruk('aantal_jeugdigen', 'bigint', [], 'basis_status', 'gaat_mee') }},
    {{ onderdruk(
        'jeugdigen_percentage', 'decimal(5, 1)', [], 'basis_status', 'deel_gaat_mee'
    ) }},
    {{ onderdruk('kosten_euro', 'decimal(14, 2)', [], 'basis_status', 'gaat_mee') }},
    {{ onderdruk('kosten_percentage', 'decimal(5, 1)', [], 'basis_status', 'deel_gaat_mee') }},
    cijfer.volledigheid_percentage,
    peil.peildatum as stand_datum
from cijfer
cross join peil
