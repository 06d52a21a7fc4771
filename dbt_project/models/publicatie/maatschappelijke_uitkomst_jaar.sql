-- Grain: jaar, gemeente or region, indicator (M1 to M5). The region is the sum of its gemeenten,
-- and only known when each of them is.
with uitkomst as (
    select * from {{ ref('fct_maatschappelijke_uitkomst') }}
),

indicator as (
    select * from {{ ref('maatschappelijke_indicator') }}
),

gebied as (
    select * from {{ ref('int_publicatie_gebied') }}
),

gebied_maand as (
    select * from {{ ref('int_publicatie_maand') }}
),

peil as (
    select * from {{ ref('int_peildatum') }}
),

gebruikt_jaar as (
    select jaar
    from uitkomst
    union
    select cast(extract(year from zorgmaand) as integer) as jaar
    from gebied_maand
),

gebied_som as (
    select
        gebied.gebied_code,
        gebied.gebied_naam,
        gebruikt_jaar.jaar,
        indicator.indicator_code,
        indicator.indicator_naam,
        indicator.catalogus_code,
        sum(uitkomst.teller) as teller,
        sum(uitkomst.noemer) as noemer,
        count(*) as aantal_gemeenten,
        count(uitkomst.teller) as aantal_met_teller,
        count(uitkomst.noemer) as aantal_met_noemer,
        any_value(uitkomst.waarde_percentage) as enige_percentage
    from gebied
    cross join gebruikt_jaar
    inner join indicator
        on {{ geldt_op('make_date(gebruikt_jaar.jaar, 12, 31)', 'indicator') }}
    left join uitkomst
        on
            gebied.gemeente_code = uitkomst.gemeente_code
            and gebruikt_jaar.jaar = uitkomst.jaar
            and indicator.indicator_code = uitkomst.indicator_code
    group by
        gebied.gebied_code,
        gebied.gebied_naam,
        gebruikt_jaar.jaar,
        indicator.indicator_code,
        indicator.indicator_naam,
        indicator.catalogus_code
),

met_status as (
    select
        *,
        case when aantal_met_teller = aantal_gemeenten then 'waarde' else 'ontbreekt' end
            as teller_bekend,
        case when aantal_met_noemer = aantal_gemeenten then 'waarde' else 'ontbreekt' end
            as noemer_bekend
    from gebied_som
),

cijfer as (
    select
        *,
        case
            when aantal_gemeenten = 1 then enige_percentage
            when teller_bekend = 'waarde' and noemer_bekend = 'waarde'
                then 100.0 * teller / nullif(noemer, 0)
        end as waarde,
        noemer - teller as overig
    from met_status
),

-- a source may give a share instead of the teller: with the noemer that is the teller
met_teller as (
    select
        *,
        coalesce(teller, try_cast(round(noemer * waarde / 100) as bigint)) as teller_of_aandeel
    from cijfer
),

-- the gemeenten add up to the region: the smaller of both parts decides
met_deel as (
    select
        *,
        noemer - teller_of_aandeel as overig_of_aandeel,
        case
            when gebied_code = 'regio' then 0
            else
                coalesce(
                    least(
                        nullif(teller_of_aandeel, 0), nullif(noemer - teller_of_aandeel, 0)
                    ),
                    0
                )
        end as deel_teller
    from met_teller
),

met_waarde_status as (
    select
        *,
        case
            when waarde is not null then 'waarde'
            when teller_bekend = 'waarde' and noemer = 0 then 'nvt'
            else 'ontbreekt'
        end as waarde_bekend,
        {{ gaat_mee_onderdrukt('deel_teller', ['jaar', 'indicator_code'], 'gebied_code') }}
            as gaat_mee
    from met_deel
)

select
    met_waarde_status.jaar,
    met_waarde_status.gebied_code as gemeente_code,
    met_waarde_status.gebied_naam as gemeente_naam,
    met_waarde_status.indicator_code,
    met_waarde_status.indicator_naam,
    met_waarde_status.catalogus_code,
    {{ onderdruk('teller', 'bigint', ['teller', 'overig'], 'teller_bekend', 'gaat_mee') }},
    {{ onderdruk('noemer', 'bigint', ['noemer'], 'noemer_bekend') }},
    {{ onderdruk(
        'waarde', 'decimal(9, 2)', ['noemer', 'teller_of_aandeel', 'overig_of_aandeel'], 'waarde_bekend', 'gaat_mee'
    ) }},
    peil.peildatum as stand_datum
from met_waarde_status
cross join peil
