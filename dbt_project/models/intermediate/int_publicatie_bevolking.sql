-- Grain: published area, jaar. Youths of 0-17.
with bevolking as (
    select * from {{ ref('int_bevolking_leeftijd') }}
)

select
    gebied_code,
    jaar,
    aantal as bevolking_0_17
from bevolking
where leeftijd_van = 0 and leeftijd_tot = 17
