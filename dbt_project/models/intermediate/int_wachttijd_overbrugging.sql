-- Grain: wachttijd_sleutel with other help while waiting: another zorgvorm or another aanbieder, on
-- at least one day of the wait. Days on which more help ran count once; the day of the start is no
-- day of waiting.
with wacht as (
    select * from {{ ref('int_wachttijd_klasse') }}
),

hulp as (
    select * from {{ ref('int_hulp_periode') }}
),

tijdens_wachten as (
    select
        wacht.wachttijd_sleutel,
        greatest(hulp.begin_datum, wacht.vanaf_datum) as begin_datum,
        least(cast(hulp.eind_datum + interval 1 day as date), wacht.tot_datum) as tot_datum
    from wacht
    inner join hulp
        on
            wacht.client_sleutel = hulp.client_sleutel
            and wacht.tot_datum > hulp.begin_datum
            and wacht.vanaf_datum <= hulp.eind_datum
    where
        wacht.vanaf_datum < wacht.tot_datum
        and (wacht.aanbieder_agb != hulp.aanbieder_agb or wacht.zorgvorm != hulp.zorgvorm)
),

-- What an earlier or longer piece of help already covers does not count again.
aansluitend as (
    select
        wachttijd_sleutel,
        tot_datum,
        greatest(
            begin_datum,
            coalesce(
                max(tot_datum) over (
                    partition by wachttijd_sleutel
                    order by begin_datum asc, tot_datum asc
                    rows between unbounded preceding and 1 preceding
                ),
                begin_datum
            )
        ) as nieuw_vanaf_datum
    from tijdens_wachten
)

select
    wachttijd_sleutel,
    cast(
        sum(greatest(0, date_diff('day', nieuw_vanaf_datum, tot_datum))) as integer
    ) as overbrugd_dagen
from aansluitend
group by wachttijd_sleutel
