-- Grain: gemeente_code, aanbieder_agb, zorgvorm, zorgmaand, mutatie_datum. Every change of the
-- known days in care, on the day on which it became known: a start adds the days up to the end of
-- each month, a stop takes back the days after it. Care that runs at the peildatum counts to the
-- end of that month.
with segment as (
    select * from {{ ref('int_zorgsegment') }}
),

gemeente as (
    select * from {{ ref('dim_gemeente') }}
),

maand as (
    select * from {{ ref('dim_maand') }}
),

peil as (
    select * from {{ ref('int_peildatum') }}
),

-- after the month in which the stop became known, start and stop add up to nothing
segment_periode as (
    select
        segment.gemeente_code,
        segment.aanbieder_agb,
        segment.zorgvorm,
        segment.begin_datum,
        segment.eind_datum,
        segment.start_bekend_sinds,
        greatest(segment.start_bekend_sinds, segment.eind_bekend_sinds) as stop_bekend_sinds,
        case
            when segment.eind_datum is null then peil.peildatum
            else least(
                peil.peildatum,
                greatest(segment.eind_datum, segment.eind_bekend_sinds, segment.start_bekend_sinds)
            )
        end as laatste_datum
    from segment
    inner join gemeente
        on segment.gemeente_code = gemeente.gemeente_code and gemeente.is_regiogemeente
    cross join peil
),

segment_maand as (
    select
        segment_periode.*,
        maand.zorgmaand,
        maand.laatste_dag,
        greatest(maand.zorgmaand, segment_periode.begin_datum) as eerste_dag
    from segment_periode
    inner join maand
        on
            segment_periode.begin_datum <= maand.laatste_dag
            and segment_periode.laatste_datum >= maand.zorgmaand
),

mutatie as (
    select
        gemeente_code,
        aanbieder_agb,
        zorgvorm,
        zorgmaand,
        start_bekend_sinds as mutatie_datum,
        {{ aantal_dagen('eerste_dag', 'laatste_dag') }} as dagen
    from segment_maand
    union all
    select
        gemeente_code,
        aanbieder_agb,
        zorgvorm,
        zorgmaand,
        stop_bekend_sinds as mutatie_datum,
        -1 * {{ aantal_dagen('greatest(eerste_dag, eind_datum + 1)', 'laatste_dag') }} as dagen
    from segment_maand
    where eind_datum < laatste_dag
)

select
    gemeente_code,
    aanbieder_agb,
    zorgvorm,
    zorgmaand,
    mutatie_datum,
    sum(dagen) as dagen
from mutatie
group by gemeente_code, aanbieder_agb, zorgvorm, zorgmaand, mutatie_datum
