-- A finding without a rule in the catalogue cannot be explained, and would fall out of the fact.
with bevinding as (
    select * from {{ ref('fct_bevinding') }}
),

regels as (
    select * from {{ ref('regels') }}
)

select bevinding.regel_code
from bevinding
left join regels on bevinding.regel_code = regels.regel_code
where regels.regel_code is null
