-- Grain: gemeente, aanbieder, zorgvorm, kwartaal, indicator. Missing stays null, never zero.
with meting as (
    select * from {{ ref('int_outcome_meting') }}
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

alles as (
    select * from meting
    union all
    select * from uitval
    union all
    select * from geen_nieuwe_start
)

select
    alles.gemeente_code,
    alles.aanbieder_agb,
    alles.zorgvorm,
    alles.kwartaal,
    alles.indicator_code,
    cast(alles.teller as decimal(18, 4)) as teller,
    cast(alles.noemer as bigint) as noemer,
    cast(
        alles.teller * case when indicator.eenheid = 'percentage' then 100 else 1 end
        / nullif(alles.noemer, 0)
        as decimal(18, 4)
    ) as waarde,
    indicator_bron.levering_bron as bron,
    cast(alles.uitstroom as bigint) as uitstroom,
    cast(100.0 * alles.noemer / nullif(alles.uitstroom, 0) as decimal(9, 1)) as dekking_percentage,
    alles.bekend_sinds
from alles
inner join indicator on alles.indicator_code = indicator.indicator_code
inner join indicator_bron on alles.indicator_code = indicator_bron.indicator_code
