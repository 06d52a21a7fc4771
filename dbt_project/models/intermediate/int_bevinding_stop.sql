-- Grain: rule, live stop. Without a live start of the same key (TR382), or out of sequence with an
-- earlier stop of that start: a second temporary stop (TR413), a final stop that ends before the
-- temporary one (TR414), or any stop after a final one (TR415). It stands while both stops live.
with verloop as (
    select * from {{ ref('int_bevinding_verloop') }}
),

start as (
    select
        start_sleutel,
        max(dagtekening_datum) filter (where aantal_verwijderd > 0) as verwijderd_datum,
        bool_or(is_levend_nu) as is_levend
    from verloop
    where bericht = 'jw305'
    group by start_sleutel
),

stop as (
    select *
    from verloop
    where bericht = 'jw307'
),

met_start as (
    select
        stop.aanbieder_agb,
        stop.gemeente_code,
        stop.plaats,
        greatest(stop.dagtekening_datum, start.verwijderd_datum) as bekend_sinds,
        coalesce(start.is_levend, false) as heeft_start
    from stop
    left join start on stop.start_sleutel = start.start_sleutel
    where stop.is_levend_nu
),

-- the earlier stop lives on the day of this one; of two of one day the temporary one came first
opvolging as (
    select
        stop.aanbieder_agb,
        stop.gemeente_code,
        stop.plaats,
        stop.dagtekening_datum,
        stop.is_tijdelijk,
        stop.eind_datum,
        eerdere.is_tijdelijk as is_eerdere_tijdelijk,
        eerdere.eind_datum as eerdere_eind_datum
    from stop
    inner join stop as eerdere
        on
            stop.start_sleutel = eerdere.start_sleutel
            and eerdere.is_levend_erna
            and eerdere.is_levend_nu
            and stop.dagtekening_datum >= eerdere.dagtekening_datum
            and stop.dagtekening_datum < coalesce(eerdere.volgende_datum, date '9999-12-31')
            and (
                eerdere.eerste_datum,
                not eerdere.is_tijdelijk,
                eerdere.eind_datum,
                eerdere.reden_beeindiging_code
            )
            < (
                stop.dagtekening_datum,
                not stop.is_tijdelijk,
                stop.eind_datum,
                stop.reden_beeindiging_code
            )
            and (stop.eind_datum, stop.reden_beeindiging_code)
            != (eerdere.eind_datum, eerdere.reden_beeindiging_code)
    where stop.saldo > 0 and stop.is_levend_nu
)

select
    'TR382' as regel_code,
    'jw307' as bericht,
    aanbieder_agb,
    gemeente_code,
    plaats,
    min(bekend_sinds) as eerste_gezien
from met_start
where not heeft_start
group by aanbieder_agb, gemeente_code, plaats
union all
select
    'TR413' as regel_code,
    'jw307' as bericht,
    aanbieder_agb,
    gemeente_code,
    plaats,
    min(dagtekening_datum) as eerste_gezien
from opvolging
where is_tijdelijk and is_eerdere_tijdelijk
group by aanbieder_agb, gemeente_code, plaats
union all
select
    'TR414' as regel_code,
    'jw307' as bericht,
    aanbieder_agb,
    gemeente_code,
    plaats,
    min(dagtekening_datum) as eerste_gezien
from opvolging
where not is_tijdelijk and is_eerdere_tijdelijk and eind_datum < eerdere_eind_datum
group by aanbieder_agb, gemeente_code, plaats
union all
select
    'TR415' as regel_code,
    'jw307' as bericht,
    aanbieder_agb,
    gemeente_code,
    plaats,
    min(dagtekening_datum) as eerste_gezien
from opvolging
where not is_eerdere_tijdelijk
group by aanbieder_agb, gemeente_code, plaats
