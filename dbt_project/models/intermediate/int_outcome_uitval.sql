-- Grain: gemeente, aanbieder, zorgvorm, kwartaal of the stop. Indicator 1: trajecten that client
-- or aanbieder ended alone, of all ended trajecten with a reason that the national protocol knows.
with traject as (
    select * from {{ ref('fct_traject') }}
),

reden as (
    select * from {{ ref('reden_beeindiging') }}
),

beeindigd as (
    select
        traject.gemeente_code,
        traject.aanbieder_agb,
        traject.zorgvorm,
        traject.is_uitval,
        traject.bekend_sinds,
        {{ kwartaal('traject.stop_datum') }} as kwartaal
    from traject
    inner join reden
        on
            traject.reden_beeindiging = reden.reden_beeindiging_code
            and traject.stop_datum >= reden.ingangsdatum
            and traject.stop_datum <= coalesce(reden.einddatum, date '9999-12-31')
    where
        traject.stop_datum is not null
        and reden.bij_reden_code is not null
)

select
    gemeente_code,
    aanbieder_agb,
    zorgvorm,
    kwartaal,
    '1' as indicator_code,
    count(case when is_uitval then 1 end) as teller,
    count(*) as noemer,
    count(*) as uitstroom,
    max(bekend_sinds) as bekend_sinds
from beeindigd
group by gemeente_code, aanbieder_agb, zorgvorm, kwartaal
