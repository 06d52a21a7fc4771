-- Grain: aanbieder, kwartaal, gemeente, zorgvorm, indicator. What aanbieders counted without
-- a noemer in the data: the reach of preventie, and families with a coordinator (C5).
with opgave as (
    select * from {{ ref('int_outcome_opgave') }}
)

select
    gemeente_code,
    aanbieder_agb,
    zorgvorm,
    kwartaal,
    '1.bereik' as indicator_code,
    clienten as teller,
    cast(null as bigint) as noemer,
    cast(null as bigint) as gemeten,
    cast(null as bigint) as doelgroep,
    bekend_sinds
from opgave
union all
select
    gemeente_code,
    aanbieder_agb,
    zorgvorm,
    kwartaal,
    'C5' as indicator_code,
    gezinnen_met_coordinatie as teller,
    cast(null as bigint) as noemer,
    case when gezinnen_met_coordinatie is not null then clienten end as gemeten,
    clienten as doelgroep,
    bekend_sinds
from opgave
