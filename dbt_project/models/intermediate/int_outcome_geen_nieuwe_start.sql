-- Grain: gemeente, aanbieder, zorgvorm, halfjaar (named by its second kwartaal). Indicator 3.2:
-- trajecten that ended in halfjaar H without a new start of the same jeugdige up to the end of
-- H+1. The teller is unknown (null) as long as H+1 is not over at the peildatum.
with traject as (
    select * from {{ ref('fct_traject') }}
),

toewijzing as (
    select * from {{ ref('fct_toewijzing') }}
),

segment as (
    select * from {{ ref('int_zorgsegment') }}
),

peil as (
    select * from {{ ref('int_peildatum') }}
),

beeindigd as (
    select
        *,
        case
            when extract(quarter from stop_datum) <= 2 then date_trunc('year', stop_datum)
            else date_trunc('year', stop_datum) + interval 6 month
        end as halfjaar_begin
    from traject
    where stop_datum is not null
),

met_venster as (
    select
        *,
        cast(halfjaar_begin + interval 3 month as date) as tweede_kwartaal_begin,
        cast(halfjaar_begin + interval 12 month - interval 1 day as date) as venster_eind_datum
    from beeindigd
),

-- a start on a toewijzing that is deleted or not known was never sent; taakgericht has no number
begonnen as (
    select
        segment.client_sleutel,
        segment.begin_datum
    from segment
    left join toewijzing
        on
            segment.gemeente_code = toewijzing.gemeente_code
            and segment.toewijzing_nummer = toewijzing.toewijzing_nummer
            and segment.aanbieder_agb = toewijzing.aanbieder_agb
    where segment.toewijzing_nummer is null or toewijzing.toewijzing_nummer is not null
),

-- the first later start of the same jeugdige, whatever gemeente or aanbieder
nieuwe_start as (
    select
        met_venster.gemeente_code,
        met_venster.toewijzing_nummer,
        min(begonnen.begin_datum) as nieuwe_start_datum
    from met_venster
    inner join begonnen
        on
            met_venster.client_sleutel = begonnen.client_sleutel
            and met_venster.stop_datum < begonnen.begin_datum
    group by met_venster.gemeente_code, met_venster.toewijzing_nummer
),

beoordeeld as (
    select
        met_venster.gemeente_code,
        met_venster.aanbieder_agb,
        met_venster.zorgvorm,
        met_venster.bekend_sinds,
        {{ kwartaal('met_venster.tweede_kwartaal_begin') }} as kwartaal,
        met_venster.venster_eind_datum <= peil.peildatum as is_te_beoordelen,
        coalesce(
            nieuwe_start.nieuwe_start_datum > met_venster.venster_eind_datum, true
        ) as is_zonder_nieuwe_start
    from met_venster
    cross join peil
    left join nieuwe_start
        on
            met_venster.gemeente_code = nieuwe_start.gemeente_code
            and met_venster.toewijzing_nummer = nieuwe_start.toewijzing_nummer
)

select
    gemeente_code,
    aanbieder_agb,
    zorgvorm,
    kwartaal,
    '3.2' as indicator_code,
    case
        when bool_and(is_te_beoordelen)
            then count(case when is_zonder_nieuwe_start then 1 end)
    end as teller,
    count(*) as noemer,
    count(*) as gemeten,
    count(*) as doelgroep,
    max(bekend_sinds) as bekend_sinds
from beoordeeld
group by gemeente_code, aanbieder_agb, zorgvorm, kwartaal
