-- Grain: jaar of care, published area, client_sleutel, toewijzing (gemeente_code,
-- toewijzing_nummer), verwijzer_groep, zorgvorm. Net of what was granted or is pending: a credit
-- takes its debit back.
with regel as (
    select * from {{ ref('int_declaratieregel') }}
),

declaratie_status as (
    select * from {{ ref('declaratie_status') }}
),

gebied as (
    select * from {{ ref('int_publicatie_gebied') }}
)

select
    gebied.gebied_code,
    regel.client_sleutel,
    regel.gemeente_code,
    regel.toewijzing_nummer,
    regel.verwijzer_groep,
    regel.zorgvorm,
    cast(extract(year from regel.zorgmaand) as integer) as jaar,
    cast(sum(regel.ingediend_eurocent) as bigint) as kosten_eurocent,
    max(regel.bekend_sinds) as bekend_sinds
from regel
inner join declaratie_status on regel.status = declaratie_status.status
inner join gebied on regel.gemeente_code = gebied.gemeente_code
where declaratie_status.telt_als_kosten
group by
    gebied.gebied_code,
    regel.client_sleutel,
    regel.gemeente_code,
    regel.toewijzing_nummer,
    regel.verwijzer_groep,
    regel.zorgvorm,
    extract(year from regel.zorgmaand)
