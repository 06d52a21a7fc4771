-- Grain: kwartaal, published area, published zorgvorm, indicator: every cell that is shown, with
-- its reeks and whether the indicator exists there.
with outcome as (
    select * from {{ ref('fct_outcome') }}
),

traject as (
    select * from {{ ref('fct_traject') }}
),

indicator as (
    select * from {{ ref('outcome_indicator') }}
),

indicator_bron as (
    select * from {{ ref('outcome_bron') }}
),

reeks as (
    select * from {{ ref('outcome_reeks') }}
),

toepassing as (
    select * from {{ ref('outcome_toepassing') }}
),

gebied as (
    select * from {{ ref('int_publicatie_gebied') }}
),

zorgvorm_groep as (
    select * from {{ ref('int_publicatie_zorgvorm') }}
),

zorgvorm as (
    select * from {{ ref('zorgvorm') }}
),

gebied_maand as (
    select * from {{ ref('int_publicatie_maand') }}
),

maand as (
    select * from {{ ref('dim_maand') }}
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

gebruikte_zorgvorm as (
    select zorgvorm
    from outcome
    union
    select zorgvorm
    from traject
),

gebruikte_groep as (
    select distinct
        zorgvorm_groep.zorgvorm_groep,
        zorgvorm_groep.zorgvorm_groep_naam
    from gebruikte_zorgvorm
    inner join zorgvorm_groep on gebruikte_zorgvorm.zorgvorm = zorgvorm_groep.zorgvorm
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

-- per halfjaar: told at its second kwartaal, and only when the window is over
kwartaal_indicator as (
    select
        kwartaal_eind.kwartaal,
        kwartaal_eind.eind_datum,
        indicator.indicator_code,
        indicator.indicator_naam,
        indicator.catalogus_code,
        indicator.eenheid,
        indicator_bron.levering_bron,
        indicator_bron.geen_rij_is_nul,
        reeks.reeks,
        reeks.breuk,
        indicator_bron.venster_maanden is not null
        and (
            extract(quarter from kwartaal_eind.eind_datum) in (1, 3)
            or last_day(
                {{ tel_maanden_op('kwartaal_eind.eind_datum', 'indicator_bron.venster_maanden') }}
            ) > peil.peildatum
        ) as is_te_vroeg
    from kwartaal_eind
    cross join indicator
    cross join peil
    inner join indicator_bron on indicator.indicator_code = indicator_bron.indicator_code
    inner join reeks
        on
            indicator.indicator_code = reeks.indicator_code
            and {{ geldt_op('kwartaal_eind.eind_datum', 'reeks') }}
),

van_toepassing as (
    select distinct
        kwartaal_indicator.kwartaal,
        kwartaal_indicator.indicator_code,
        zorgvorm_groep.zorgvorm_groep
    from kwartaal_indicator
    inner join toepassing
        on
            kwartaal_indicator.indicator_code = toepassing.indicator_code
            and {{ geldt_op('kwartaal_indicator.eind_datum', 'toepassing') }}
    inner join zorgvorm on toepassing.zorgvorm_groep = zorgvorm.groep
    inner join zorgvorm_groep on zorgvorm.zorgvorm = zorgvorm_groep.zorgvorm
)

select
    kwartaal_indicator.kwartaal,
    getoond_gebied.gebied_code,
    getoond_gebied.gebied_naam,
    gebruikte_groep.zorgvorm_groep,
    gebruikte_groep.zorgvorm_groep_naam,
    kwartaal_indicator.indicator_code,
    kwartaal_indicator.indicator_naam,
    kwartaal_indicator.catalogus_code,
    kwartaal_indicator.eenheid,
    kwartaal_indicator.levering_bron,
    kwartaal_indicator.geen_rij_is_nul,
    kwartaal_indicator.reeks,
    kwartaal_indicator.breuk,
    kwartaal_indicator.is_te_vroeg
    or van_toepassing.indicator_code is null as is_niet_van_toepassing
from kwartaal_indicator
cross join getoond_gebied
cross join gebruikte_groep
left join van_toepassing
    on
        kwartaal_indicator.kwartaal = van_toepassing.kwartaal
        and kwartaal_indicator.indicator_code = van_toepassing.indicator_code
        and gebruikte_groep.zorgvorm_groep = van_toepassing.zorgvorm_groep
