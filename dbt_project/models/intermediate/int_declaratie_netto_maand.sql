-- Grain: gemeente_code, toewijzing_nummer, client_sleutel, aanbieder_agb, zorgvorm, zorgmaand with
-- at least one debit line that stands: granted or pending, and not credited.
with regel as (
    select * from {{ ref('int_declaratieregel') }}
),

declaratie_status as (
    select * from {{ ref('declaratie_status') }}
)

select
    regel.gemeente_code,
    regel.toewijzing_nummer,
    regel.client_sleutel,
    regel.aanbieder_agb,
    regel.zorgvorm,
    regel.zorgmaand,
    max(regel.bekend_sinds) as bekend_sinds
from regel
inner join declaratie_status
    on regel.status = declaratie_status.status
where
    declaratie_status.telt_als_kosten
    and regel.vorig_referentie_nummer is null
    and not regel.is_gecrediteerd
group by
    regel.gemeente_code,
    regel.toewijzing_nummer,
    regel.client_sleutel,
    regel.aanbieder_agb,
    regel.zorgvorm,
    regel.zorgmaand
