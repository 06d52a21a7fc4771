-- Grain: toets_datum, gemeente or region, months back (or all together). What an earlier stand
-- would have said was still to come, and what came.
with toets as (
    select * from {{ ref('int_raming_toets') }}
),

gebied as (
    select distinct
        gebied_code,
        gebied_naam
    from {{ ref('int_publicatie_gebied') }}
),

gebied_periode as (
    select *
    from {{ ref('int_raming_gebied_periode') }}
    where periode_soort = 'kwartaal' and zorgvorm_groep = 'totaal'
),

jeugdigen as (
    select * from {{ ref('int_raming_toets_jeugdigen') }}
),

instelling as (
    select *
    from {{ ref('raming_instelling') }}
    where instelling = 'interval_percentage'
),

peil as (
    select * from {{ ref('int_peildatum') }}
),

cijfer as (
    select
        toets.toets_datum,
        gebied.gebied_code,
        gebied.gebied_naam,
        case
            when toets.maanden_terug = 6 then 'totaal' else cast(toets.maanden_terug as varchar)
        end as maanden_terug,
        coalesce(gebied_periode.aantal_in_zorg, 0) as aantal_in_zorg,
        jeugdigen.aantal_geboekt,
        jeugdigen.aantal_gekomen,
        toets.maanden_terug < 6 and coalesce(jeugdigen.is_deel_klein, false) as is_deel_klein,
        toets.geboekt_eurocent / 100.0 as geboekt_euro,
        toets.geraamd_eurocent / 100.0 as geraamd_euro,
        toets.laag_eurocent / 100.0 as laag_euro,
        toets.hoog_eurocent / 100.0 as hoog_euro,
        toets.gekomen_eurocent / 100.0 as gekomen_euro,
        100.0
        * (toets.geraamd_eurocent - toets.gekomen_eurocent)
        / nullif(toets.geboekt_eurocent + toets.gekomen_eurocent, 0) as afwijking_percentage,
        case
            when toets.gekomen_eurocent between toets.laag_eurocent and toets.hoog_eurocent
                then 100
            else 0
        end as binnen_marge_percentage
    from toets
    inner join gebied on toets.gebied_code = gebied.gebied_code
    left join gebied_periode
        on
            toets.gebied_code = gebied_periode.gebied_code
            and {{ kwartaal('toets.toets_datum') }} = gebied_periode.periode
    left join jeugdigen
        on
            toets.gebied_code = jeugdigen.gebied_code
            and toets.toets_datum = jeugdigen.toets_datum
)

-- booked then and come since are together what kosten_maand shows or withholds
{% set waarneming = ['aantal_in_zorg', 'aantal_geboekt', 'aantal_gekomen'] -%}
select
    cijfer.toets_datum,
    cijfer.gebied_code as gemeente_code,
    cijfer.gebied_naam as gemeente_naam,
    cijfer.maanden_terug,
    {{ onderdruk('geboekt_euro', 'decimal(14, 2)', waarneming, mee='is_deel_klein') }},
    {{ onderdruk('geraamd_euro', 'decimal(14, 2)', ['aantal_in_zorg']) }},
    {{ onderdruk('laag_euro', 'decimal(14, 2)', ['aantal_in_zorg']) }},
    {{ onderdruk('hoog_euro', 'decimal(14, 2)', ['aantal_in_zorg']) }},
    {{ onderdruk('gekomen_euro', 'decimal(14, 2)', waarneming, mee='is_deel_klein') }},
    {{ onderdruk(
        'afwijking_percentage', 'decimal(7, 1)', waarneming, mee='is_deel_klein'
    ) }},
    {{ onderdruk('binnen_marge_percentage', 'decimal(5, 1)', ['aantal_in_zorg']) }},
    cast(instelling.waarde as integer) as interval_percentage,
    peil.peildatum as stand_datum
from cijfer
cross join instelling
cross join peil
