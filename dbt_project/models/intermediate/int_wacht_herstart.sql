-- Grain: gemeente_code, toewijzing_nummer, herstart_datum: a start after a stop, temporary or
-- final, on the same number. Care that goes on, and not a new wait.
with toewijzing as (
    select * from {{ ref('int_toewijzing_actueel') }}
),

segment as (
    select * from {{ ref('int_zorgsegment') }}
),

per_start as (
    select
        gemeente_code,
        toewijzing_nummer,
        aanbieder_agb,
        begin_datum,
        max(coalesce(eind_datum, date '9999-12-31')) as eind_datum,
        max(bekend_sinds) as bekend_sinds
    from segment
    where toewijzing_nummer is not null
    group by gemeente_code, toewijzing_nummer, aanbieder_agb, begin_datum
),

met_vorige as (
    select
        *,
        lag(eind_datum) over eerder as vorige_eind_datum,
        max(bekend_sinds) over eerder as keten_bekend_sinds
    from per_start
    window
        eerder as (
            partition by gemeente_code, toewijzing_nummer, aanbieder_agb
            order by begin_datum asc
        )
)

select
    toewijzing.gemeente_code,
    toewijzing.toewijzing_nummer,
    toewijzing.client_sleutel,
    toewijzing.aanbieder_agb,
    toewijzing.zorgvorm,
    met_vorige.vorige_eind_datum as stop_datum,
    met_vorige.begin_datum as herstart_datum,
    greatest(toewijzing.bekend_sinds, met_vorige.keten_bekend_sinds) as bekend_sinds
from met_vorige
inner join toewijzing
    on
        met_vorige.gemeente_code = toewijzing.gemeente_code
        and met_vorige.toewijzing_nummer = toewijzing.toewijzing_nummer
        and met_vorige.aanbieder_agb = toewijzing.aanbieder_agb
where met_vorige.vorige_eind_datum <= met_vorige.begin_datum
