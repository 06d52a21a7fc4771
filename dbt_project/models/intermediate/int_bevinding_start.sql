-- Grain: rule, start. Removed while its stop stood (TR071), sent while another start of the same
-- care ran without a stop (TR326), or begun outside the period of its toewijzing (W009). What was
-- mended since is no finding.
with verloop as (
    select * from {{ ref('int_bevinding_verloop') }}
),

toewijzing as (
    select * from {{ ref('int_toewijzing_actueel') }}
),

versie as (
    select * from {{ ref('int_toewijzing_versie') }}
),

start as (
    select *
    from verloop
    where bericht = 'jw305'
),

stop as (
    select *
    from verloop
    where bericht = 'jw307' and is_levend_erna
),

verwijderd as (
    select
        start.aanbieder_agb,
        start.gemeente_code,
        start.plaats,
        start.dagtekening_datum,
        stop.start_sleutel is not null as heeft_stop
    from start
    left join stop
        on
            start.start_sleutel = stop.start_sleutel
            and stop.is_levend_nu
            and start.dagtekening_datum >= stop.dagtekening_datum
            and start.dagtekening_datum < coalesce(stop.volgende_datum, date '9999-12-31')
    where start.saldo < 0 and not start.is_levend_nu
),

-- the other start lives on the day of this one; of two of one day the later begin is the second
tweede as (
    select
        start.aanbieder_agb,
        start.gemeente_code,
        start.plaats,
        start.dagtekening_datum,
        stop.start_sleutel is not null as is_eerste_gestopt
    from start
    inner join start as eerste
        on
            start.levering_sleutel = eerste.levering_sleutel
            and start.start_sleutel != eerste.start_sleutel
            and eerste.is_levend_erna
            and eerste.is_levend_nu
            and start.dagtekening_datum >= eerste.dagtekening_datum
            and start.dagtekening_datum < coalesce(eerste.volgende_datum, date '9999-12-31')
            and (eerste.eerste_datum, eerste.begin_datum, eerste.start_sleutel)
            < (start.dagtekening_datum, start.begin_datum, start.start_sleutel)
    left join stop
        on
            eerste.start_sleutel = stop.start_sleutel
            and (
                stop.is_levend_nu
                or (
                    start.dagtekening_datum >= stop.dagtekening_datum
                    and start.dagtekening_datum < coalesce(stop.volgende_datum, date '9999-12-31')
                )
            )
    where start.saldo > 0 and start.is_levend_nu
),

periode_bekend as (
    select
        gemeente_code,
        toewijzing_nummer,
        ingang_datum,
        eind_datum,
        min(dagtekening_datum) as bekend_sinds
    from versie
    group by gemeente_code, toewijzing_nummer, ingang_datum, eind_datum
),

begonnen as (
    select
        start.aanbieder_agb,
        start.gemeente_code,
        start.plaats,
        greatest(start.dagtekening_datum, periode_bekend.bekend_sinds) as bekend_sinds,
        start.begin_datum >= toewijzing.ingang_datum
        and start.begin_datum <= coalesce(toewijzing.eind_datum, date '9999-12-31')
            as is_binnen_toewijzing
    from start
    inner join toewijzing
        on
            start.gemeente_code = toewijzing.gemeente_code
            and start.toewijzing_nummer = toewijzing.toewijzing_nummer
    inner join periode_bekend
        on
            toewijzing.gemeente_code = periode_bekend.gemeente_code
            and toewijzing.toewijzing_nummer = periode_bekend.toewijzing_nummer
            and toewijzing.ingang_datum = periode_bekend.ingang_datum
            and toewijzing.eind_datum is not distinct from periode_bekend.eind_datum
    where start.is_levend_nu
)

select
    'TR071' as regel_code,
    'jw305' as bericht,
    aanbieder_agb,
    gemeente_code,
    plaats,
    min(dagtekening_datum) as eerste_gezien
from verwijderd
where heeft_stop
group by aanbieder_agb, gemeente_code, plaats
union all
select
    'TR326' as regel_code,
    'jw305' as bericht,
    aanbieder_agb,
    gemeente_code,
    plaats,
    min(dagtekening_datum) as eerste_gezien
from tweede
where not is_eerste_gestopt
group by aanbieder_agb, gemeente_code, plaats
union all
select
    'W009' as regel_code,
    'jw305' as bericht,
    aanbieder_agb,
    gemeente_code,
    plaats,
    min(bekend_sinds) as eerste_gezien
from begonnen
where not is_binnen_toewijzing
group by aanbieder_agb, gemeente_code, plaats
