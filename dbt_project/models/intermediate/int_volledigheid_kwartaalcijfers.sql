-- Grain: aanbieder, kwartaal with a contract: a report is expected. A nul-opgave is a report.
with levering as (
    select * from {{ ref('fct_levering') }}
)

select
    aanbieder_agb,
    periode as kwartaal,
    1 as verwacht,
    case when ontvangen then 1 else 0 end as ontvangen
from levering
where bron = 'kwartaalcijfers' and verwacht
