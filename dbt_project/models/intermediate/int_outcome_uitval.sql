-- Grain: gemeente, aanbieder, zorgvorm, kwartaal of the stop, indicator. Of all ended trajecten
-- with a reason that the national protocol knows: those that client or aanbieder ended alone (1)
-- and, apart, those that ended early in agreement (1.02). External reasons are in the noemer only.
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
        reden.is_in_overeenstemming,
        traject.bekend_sinds,
        {{ kwartaal('traject.stop_datum') }} as kwartaal
    from traject
    inner join reden
        on
            traject.reden_beeindiging = reden.reden_beeindiging_code
            and {{ geldt_op('traject.stop_datum', 'reden') }}
    where
        traject.stop_datum is not null
        and reden.bij_reden_code is not null
),

geteld as (
    select
        gemeente_code,
        aanbieder_agb,
        zorgvorm,
        kwartaal,
        count(case when is_uitval then 1 end) as uitval,
        count(case when is_in_overeenstemming then 1 end) as in_overeenstemming,
        count(*) as beeindigd,
        max(bekend_sinds) as bekend_sinds
    from beeindigd
    group by gemeente_code, aanbieder_agb, zorgvorm, kwartaal
)

select
    gemeente_code,
    aanbieder_agb,
    zorgvorm,
    kwartaal,
    '1' as indicator_code,
    uitval as teller,
    beeindigd as noemer,
    beeindigd as gemeten,
    beeindigd as doelgroep,
    bekend_sinds
from geteld
union all
select
    gemeente_code,
    aanbieder_agb,
    zorgvorm,
    kwartaal,
    '1.02' as indicator_code,
    in_overeenstemming as teller,
    beeindigd as noemer,
    beeindigd as gemeten,
    beeindigd as doelgroep,
    bekend_sinds
from geteld
