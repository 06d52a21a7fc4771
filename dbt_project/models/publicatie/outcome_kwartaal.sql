-- Grain: kwartaal, gemeente or region, zorgvorm or total, indicator. Tellers and noemers are
-- summed over aanbieders; what an aanbieder did not measure stays out and shows in
-- dekking_percentage.
with raamwerk as (
    select * from {{ ref('int_outcome_raamwerk') }}
),

outcome as (
    select * from {{ ref('fct_outcome') }}
),

gebied as (
    select * from {{ ref('int_publicatie_gebied') }}
),

zorgvorm as (
    select * from {{ ref('int_publicatie_zorgvorm') }}
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
        {{ kwartaal('zorgmaand') }} as kwartaal,
        bool_or(is_zorggebruik_bekend) as is_bekend
    from gebied_maand
    group by gebied_code, {{ kwartaal('zorgmaand') }}
),

som as (
    select
        gebied.gebied_code,
        zorgvorm.zorgvorm_groep,
        outcome.kwartaal,
        outcome.indicator_code,
        sum(outcome.teller) as teller,
        sum(outcome.noemer) as noemer,
        sum(outcome.gemeten) as gemeten,
        sum(outcome.doelgroep) as doelgroep
    from outcome
    inner join gebied on outcome.gemeente_code = gebied.gemeente_code
    inner join zorgvorm on outcome.zorgvorm = zorgvorm.zorgvorm
    group by
        gebied.gebied_code, zorgvorm.zorgvorm_groep, outcome.kwartaal, outcome.indicator_code
),

cijfer as (
    select
        raamwerk.*,
        som.gemeten,
        som.doelgroep,
        volledigheid.volledigheid_percentage,
        case
            when raamwerk.is_niet_van_toepassing then 'nvt'
            when coalesce(som.noemer, som.teller) is not null then 'waarde'
            when som.gebied_code is not null or not raamwerk.geen_rij_is_nul then 'ontbreekt'
            when raamwerk.levering_bron = 'ijw' and gebied_kwartaal.is_bekend then 'waarde'
            when
                raamwerk.levering_bron = 'kwartaalcijfers'
                and volledigheid.volledigheid_percentage = 100
                then 'waarde'
            else 'ontbreekt'
        end as basis_status,
        coalesce(som.teller, 0) as teller,
        case when raamwerk.eenheid != 'aantal' then coalesce(som.noemer, 0) end as noemer,
        {{ outcome_waarde('raamwerk.eenheid', 'coalesce(som.teller, 0)', 'som.noemer') }} as waarde,
        100.0 * som.gemeten / nullif(som.doelgroep, 0) as dekking_percentage,
        -- a sum of marks is no count of jeugdigen
        case when raamwerk.eenheid != 'cijfer' then som.teller end as aantal_teller,
        case
            when raamwerk.eenheid = 'percentage' then som.noemer - som.teller
        end as aantal_overig
    from raamwerk
    left join som
        on
            raamwerk.gebied_code = som.gebied_code
            and raamwerk.zorgvorm_groep = som.zorgvorm_groep
            and raamwerk.kwartaal = som.kwartaal
            and raamwerk.indicator_code = som.indicator_code
    left join gebied_kwartaal
        on
            raamwerk.gebied_code = gebied_kwartaal.gebied_code
            and raamwerk.kwartaal = gebied_kwartaal.kwartaal
    left join volledigheid
        on
            raamwerk.gebied_code = volledigheid.gebied_code
            and raamwerk.kwartaal = volledigheid.periode
            and volledigheid.bron = case raamwerk.levering_bron
                when 'ijw' then 'ijw_begin'
                else raamwerk.levering_bron
            end
)

select
    cijfer.kwartaal,
    cijfer.gebied_code as gemeente_code,
    cijfer.gebied_naam as gemeente_naam,
    cijfer.zorgvorm_groep as zorgvorm,
    cijfer.zorgvorm_groep_naam as zorgvorm_naam,
    cijfer.indicator_code,
    cijfer.indicator_naam,
    cijfer.catalogus_code,
    cijfer.eenheid,
    cijfer.reeks,
    cijfer.breuk,
    {{ onderdruk(
        'teller', 'decimal(14, 2)', ['noemer', 'aantal_teller', 'aantal_overig'], 'basis_status'
    ) }},
    {{ onderdruk('noemer', 'bigint', ['noemer'], 'basis_status') }},
    {{ onderdruk(
        'waarde', 'decimal(9, 2)', ['noemer', 'aantal_teller', 'aantal_overig'], 'basis_status'
    ) }},
    {{ onderdruk(
        'dekking_percentage', 'decimal(9, 1)', ['gemeten', 'doelgroep'], 'basis_status'
    ) }},
    cijfer.volledigheid_percentage,
    peil.peildatum as stand_datum
from cijfer
cross join peil
