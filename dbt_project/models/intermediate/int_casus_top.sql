-- Grain: jaar of care, published area with casuistiek. The most expensive youths together, and
-- whether their amount may be shown: no case dominates it, and no published group of bands is so
-- nearly the same group that the difference tells about a few youths.
with casuistiek as (
    select *
    from {{ ref('fct_casuistiek') }}
    where rang is not null
),

band as (
    select * from {{ ref('zorgzwaarte_band') }}
),

dominantie as (
    select * from {{ ref('dominantie_grens') }}
),

som as (
    select
        jaar,
        gebied_code,
        make_date(jaar, 1, 1) as eerste_dag,
        count(*) filter (where is_duurste) as aantal_casussen,
        count(*) filter (where is_duurste and is_doorstroom) as aantal_doorstroom,
        bool_and(is_doorstroom is not null) as is_vorig_jaar_bekend,
        count(*) filter (where is_duurste and verwijzer_groep = 'gemeente')
            as aantal_verwijzer_gemeente,
        count(*) filter (where is_duurste and verwijzer_groep = 'medisch')
            as aantal_verwijzer_medisch,
        count(*) filter (where is_duurste and verwijzer_groep = 'gi_rechter')
            as aantal_verwijzer_gi_rechter,
        count(*) filter (where is_duurste and verwijzer_groep = 'geen') as aantal_verwijzer_geen,
        sum(kosten_eurocent) filter (where is_duurste) as kosten_eurocent,
        sum(kosten_eurocent) filter (where rang = 1) as grootste_eurocent,
        sum(kosten_eurocent) filter (where rang <= 2) as twee_grootste_eurocent,
        sum(kosten_eurocent) as totaal_eurocent
    from casuistiek
    group by jaar, gebied_code
),

vanaf_band as (
    select
        casuistiek.jaar,
        casuistiek.gebied_code,
        band.zorgzwaarte_band,
        count(*) as aantal_jeugdigen
    from casuistiek
    inner join band
        on
            casuistiek.kosten_eurocent >= 100 * band.vanaf_euro
            and {{ geldt_op('make_date(casuistiek.jaar, 1, 1)', 'band') }}
    group by casuistiek.jaar, casuistiek.gebied_code, band.zorgzwaarte_band
),

verschil as (
    select
        som.jaar,
        som.gebied_code,
        bool_or(
            abs(vanaf_band.aantal_jeugdigen - som.aantal_casussen)
            between 1 and {{ var('onderdrukking_drempel', 10) | int - 1 }}
        ) as is_af_te_leiden
    from som
    inner join vanaf_band
        on
            som.jaar = vanaf_band.jaar
            and som.gebied_code = vanaf_band.gebied_code
    where vanaf_band.aantal_jeugdigen >= {{ var('onderdrukking_drempel', 10) | int }}
    group by som.jaar, som.gebied_code
)

select
    som.*,
    100 * som.grootste_eurocent > dominantie.grootste_percentage * som.kosten_eurocent
    or 100 * som.twee_grootste_eurocent
    > dominantie.twee_grootste_percentage * som.kosten_eurocent as is_dominant,
    coalesce(verschil.is_af_te_leiden, false) as is_af_te_leiden
from som
inner join dominantie on {{ geldt_op('som.eerste_dag', 'dominantie') }}
left join verschil
    on
        som.jaar = verschil.jaar
        and som.gebied_code = verschil.gebied_code
