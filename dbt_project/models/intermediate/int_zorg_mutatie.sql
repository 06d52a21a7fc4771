-- Grain: gemeente_code, aanbieder_agb, zorgvorm, zorgmaand, mutatie_datum. Every change of the
-- known days in care, on the day on which it became known: a start adds the days up to the end of
-- each month, the end of its toewijzing takes back the days after it, and a stop puts its own end
-- in the place of that. Care that runs at the peildatum counts to the end of that month, or to the
-- end of its toewijzing.
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
        greatest(segment.start_bekend_sinds, segment.toewijzing_bekend_sinds)
            as toewijzing_bekend_sinds,
        segment.toewijzing_eind_datum,
        peil.peildatum
    from segment
    inner join gemeente
        on segment.gemeente_code = gemeente.gemeente_code and gemeente.is_regiogemeente
    cross join peil
),

-- who stopped before the toewijzing was known has no other end than the stop
segment_einde as (
    select
        gemeente_code,
        aanbieder_agb,
        zorgvorm,
        begin_datum,
        eind_datum,
        start_bekend_sinds,
        stop_bekend_sinds,
        toewijzing_bekend_sinds,
        case
            when eind_datum is null or toewijzing_bekend_sinds <= stop_bekend_sinds
                then toewijzing_eind_datum
        end as toewijzing_eind_datum,
        least(
            peildatum,
            case
                when eind_datum is not null then greatest(eind_datum, stop_bekend_sinds)
                when toewijzing_eind_datum is not null
                    then greatest(toewijzing_eind_datum, toewijzing_bekend_sinds)
                else peildatum
            end
        ) as laatste_datum
    from segment_periode
),

segment_maand as (
    select
        segment_einde.*,
        maand.zorgmaand,
        maand.laatste_dag,
        greatest(maand.zorgmaand, segment_einde.begin_datum) as eerste_dag
    from segment_einde
    inner join maand
        on
            segment_einde.begin_datum <= maand.laatste_dag
            and segment_einde.laatste_datum >= maand.zorgmaand
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
    union all
    select
        gemeente_code,
        aanbieder_agb,
        zorgvorm,
        zorgmaand,
        toewijzing_bekend_sinds as mutatie_datum,
        -1 * {{ aantal_dagen('greatest(eerste_dag, toewijzing_eind_datum + 1)', 'laatste_dag') }}
            as dagen
    from segment_maand
    where toewijzing_eind_datum < laatste_dag
    union all
    select
        gemeente_code,
        aanbieder_agb,
        zorgvorm,
        zorgmaand,
        stop_bekend_sinds as mutatie_datum,
        {{ aantal_dagen('greatest(eerste_dag, toewijzing_eind_datum + 1)', 'laatste_dag') }}
            as dagen
    from segment_maand
    where toewijzing_eind_datum < laatste_dag and eind_datum is not null
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
having sum(dagen) != 0
