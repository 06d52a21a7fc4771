-- Grain: kwartaal, gemeente or region, zorgvorm or total, indicator. Tellers and noemers are
-- summed over aanbieders; what an aanbieder did not measure stays out and shows in
-- dekking_percentage.
with outcome as (
    select * from {{ ref('fct_outcome') }}
),

indicator as (
    select * from {{ ref('outcome_indicator') }}
),

indicator_bron as (
    select * from {{ ref('outcome_bron') }}
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

maand as (
    select * from {{ ref('dim_maand') }}
),

volledigheid as (
    select * from {{ ref('int_volledigheid_periode') }}
),

peil as (
    select * from {{ ref('int_peildatum') }}
),

getoond_gebied as (
    select distinct
        gebied_code,
        gebied_naam
    from gebied
),

gebruikte_groep as (
    select distinct
        zorgvorm.zorgvorm_groep,
        zorgvorm.zorgvorm_groep_naam
    from outcome
    inner join zorgvorm on outcome.zorgvorm = zorgvorm.zorgvorm
),

gebruikt_kwartaal as (
    select kwartaal
    from outcome
    union
    select {{ kwartaal('zorgmaand') }} as kwartaal
    from gebied_maand
),

kwartaal_eind as (
    select
        maand.kwartaal,
        max(maand.laatste_dag) as eind_datum
    from maand
    inner join gebruikt_kwartaal on maand.kwartaal = gebruikt_kwartaal.kwartaal
    cross join peil
    group by maand.kwartaal
    having min(maand.zorgmaand) <= max(peil.peildatum)
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
        sum(outcome.uitstroom) as uitstroom
    from outcome
    inner join gebied on outcome.gemeente_code = gebied.gemeente_code
    inner join zorgvorm on outcome.zorgvorm = zorgvorm.zorgvorm
    group by
        gebied.gebied_code, zorgvorm.zorgvorm_groep, outcome.kwartaal, outcome.indicator_code
),

raamwerk as (
    select
        kwartaal_eind.kwartaal,
        getoond_gebied.gebied_code,
        getoond_gebied.gebied_naam,
        gebruikte_groep.zorgvorm_groep,
        gebruikte_groep.zorgvorm_groep_naam,
        indicator.indicator_code,
        indicator.indicator_naam,
        indicator.eenheid,
        indicator_bron.levering_bron,
        -- per halfjaar: told at its second kwartaal, and only when the window is over
        indicator_bron.venster_maanden is not null
        and (
            extract(quarter from kwartaal_eind.eind_datum) in (1, 3)
            or last_day(
                {{ tel_maanden_op('kwartaal_eind.eind_datum', 'indicator_bron.venster_maanden') }}
            ) > peil.peildatum
        ) as is_niet_van_toepassing
    from kwartaal_eind
    cross join getoond_gebied
    cross join gebruikte_groep
    cross join indicator
    inner join indicator_bron on indicator.indicator_code = indicator_bron.indicator_code
    cross join peil
),

cijfer as (
    select
        raamwerk.*,
        som.uitstroom,
        volledigheid.volledigheid_percentage,
        case
            when raamwerk.is_niet_van_toepassing then 'nvt'
            when som.noemer is not null then 'waarde'
            when som.gebied_code is not null then 'ontbreekt'
            when raamwerk.levering_bron = 'ijw' and gebied_kwartaal.is_bekend then 'waarde'
            when
                raamwerk.levering_bron = 'kwartaalcijfers'
                and volledigheid.volledigheid_percentage = 100
                then 'waarde'
            else 'ontbreekt'
        end as basis_status,
        coalesce(som.teller, 0) as teller,
        coalesce(som.noemer, 0) as noemer,
        som.teller
        * case when raamwerk.eenheid = 'percentage' then 100.0 else 1.0 end
        / nullif(som.noemer, 0) as waarde,
        100.0 * som.noemer / nullif(som.uitstroom, 0) as dekking_percentage,
        -- a sum of marks is no count of jeugdigen
        case when raamwerk.eenheid = 'percentage' then som.teller end as aantal_teller,
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
            and raamwerk.levering_bron = volledigheid.bron
)

select
    cijfer.kwartaal,
    cijfer.gebied_code as gemeente_code,
    cijfer.gebied_naam as gemeente_naam,
    cijfer.zorgvorm_groep as zorgvorm,
    cijfer.zorgvorm_groep_naam as zorgvorm_naam,
    cijfer.indicator_code,
    cijfer.indicator_naam,
    cijfer.eenheid,
    {{ onderdruk(
        'teller', 'decimal(14, 2)', ['noemer', 'aantal_teller', 'aantal_overig'], 'basis_status'
    ) }},
    {{ onderdruk('noemer', 'bigint', ['noemer'], 'basis_status') }},
    {{ onderdruk(
        'waarde', 'decimal(9, 2)', ['noemer', 'aantal_teller', 'aantal_overig'], 'basis_status'
    ) }},
    {{ onderdruk(
        'dekking_percentage', 'decimal(9, 1)', ['noemer', 'uitstroom'], 'basis_status'
    ) }},
    cijfer.volledigheid_percentage,
    peil.peildatum as stand_datum
from cijfer
cross join peil
