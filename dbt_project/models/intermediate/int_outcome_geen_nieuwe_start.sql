-- Grain: gemeente, aanbieder, zorgvorm, halfjaar (named by its second kwartaal). Indicator 3.2:
-- trajecten that ended in halfjaar H without a new start of the same jeugdige up to the end of
-- H+1. The teller is unknown (null) as long as H+1 is not over at the peildatum. As in the BIJ,
-- help in one hulpvorm that goes on at the same aanbieder under another number did not end.
with traject as (
    select * from {{ ref('fct_traject') }}
),

toewijzing as (
    select * from {{ ref('fct_toewijzing') }}
),

segment as (
    select * from {{ ref('int_zorgsegment') }}
),

zorgvorm as (
    select * from {{ ref('zorgvorm') }}
),

peil as (
    select * from {{ ref('int_peildatum') }}
),

-- a start on a toewijzing that is deleted or not known was never sent; taakgericht has no number
begonnen as (
    select
        segment.client_sleutel,
        segment.gemeente_code,
        segment.aanbieder_agb,
        segment.toewijzing_nummer,
        coalesce(zorgvorm.bij_hulpvorm_code, segment.zorgvorm) as hulpvorm,
        segment.begin_datum,
        coalesce(segment.zorg_eind_datum, date '9999-12-31') as eind_datum
    from segment
    left join zorgvorm on segment.zorgvorm = zorgvorm.zorgvorm
    left join toewijzing
        on
            segment.gemeente_code = toewijzing.gemeente_code
            and segment.toewijzing_nummer = toewijzing.toewijzing_nummer
            and segment.aanbieder_agb = toewijzing.aanbieder_agb
    where segment.toewijzing_nummer is null or toewijzing.toewijzing_nummer is not null
),

gestopt as (
    select
        traject.*,
        coalesce(zorgvorm.bij_hulpvorm_code, traject.zorgvorm) as hulpvorm,
        case
            when extract(quarter from traject.stop_datum) <= 2
                then date_trunc('year', traject.stop_datum)
            else date_trunc('year', traject.stop_datum) + interval 6 month
        end as halfjaar_begin
    from traject
    left join zorgvorm on traject.zorgvorm = zorgvorm.zorgvorm
    where traject.stop_datum is not null
),

doorgelopen as (
    select distinct
        gestopt.gemeente_code,
        gestopt.toewijzing_nummer
    from gestopt
    inner join begonnen
        on
            gestopt.client_sleutel = begonnen.client_sleutel
            and gestopt.aanbieder_agb = begonnen.aanbieder_agb
            and gestopt.hulpvorm = begonnen.hulpvorm
            and gestopt.stop_datum + interval 1 day >= begonnen.begin_datum
            and gestopt.stop_datum < begonnen.eind_datum
    where
        gestopt.gemeente_code != begonnen.gemeente_code
        or gestopt.toewijzing_nummer is distinct from begonnen.toewijzing_nummer
),

met_venster as (
    select
        gestopt.*,
        cast(gestopt.halfjaar_begin + interval 3 month as date) as tweede_kwartaal_begin,
        cast(gestopt.halfjaar_begin + interval 12 month - interval 1 day as date)
            as venster_eind_datum
    from gestopt
    left join doorgelopen
        on
            gestopt.gemeente_code = doorgelopen.gemeente_code
            and gestopt.toewijzing_nummer = doorgelopen.toewijzing_nummer
    where doorgelopen.toewijzing_nummer is null
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
