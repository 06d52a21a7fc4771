-- Grain: gemeente, aanbieder, zorgvorm, kwartaal, indicator. Missing stays null, never zero.
with meting as (
    select * from {{ ref('int_outcome_meting') }}
),

aantal as (
    select * from {{ ref('int_outcome_aantal') }}
),

uitval as (
    select * from {{ ref('int_outcome_uitval') }}
),

geen_nieuwe_start as (
    select * from {{ ref('int_outcome_geen_nieuwe_start') }}
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

zorgvorm as (
    select * from {{ ref('zorgvorm') }}
),

alles as (
    select * from meting
    union all
    select * from aantal
    union all
    select * from uitval
    union all
    select * from geen_nieuwe_start
),

met_datum as (
    select
        alles.*,
        zorgvorm.groep as zorgvorm_groep,
        {{ kwartaal_eind('alles.kwartaal') }} as eind_datum
    from alles
    inner join zorgvorm on alles.zorgvorm = zorgvorm.zorgvorm
),

van_toepassing as (
    select met_datum.*
    from met_datum
    inner join toepassing
        on
            met_datum.indicator_code = toepassing.indicator_code
            and met_datum.zorgvorm_groep = toepassing.zorgvorm_groep
            and {{ geldt_op('met_datum.eind_datum', 'toepassing') }}
)

select
    van_toepassing.gemeente_code,
    van_toepassing.aanbieder_agb,
    van_toepassing.zorgvorm,
    van_toepassing.kwartaal,
    van_toepassing.indicator_code,
    reeks.reeks,
    cast(van_toepassing.teller as decimal(18, 4)) as teller,
    cast(van_toepassing.noemer as bigint) as noemer,
    cast(
        {{ outcome_waarde('indicator.eenheid', 'van_toepassing.teller', 'van_toepassing.noemer') }}
        as decimal(18, 4)
    ) as waarde,
    indicator_bron.levering_bron as bron,
    cast(van_toepassing.gemeten as bigint) as gemeten,
    cast(van_toepassing.doelgroep as bigint) as doelgroep,
    cast(
        100.0 * van_toepassing.gemeten / nullif(van_toepassing.doelgroep, 0) as decimal(9, 1)
    ) as dekking_percentage,
    van_toepassing.bekend_sinds
from van_toepassing
inner join indicator on van_toepassing.indicator_code = indicator.indicator_code
inner join indicator_bron on van_toepassing.indicator_code = indicator_bron.indicator_code
inner join reeks
    on
        van_toepassing.indicator_code = reeks.indicator_code
        and {{ geldt_op('van_toepassing.eind_datum', 'reeks') }}
