-- Grain: traject: toewijzingen of one jeugdige, zorgvorm and aanbieder that overlap or adjoin, also
-- over gemeenten. How long it lasted, or how long it has lasted as far as is known: up to the
-- peildatum, or up to the end of a toewijzing that ended without a stop (right-censored).
with traject as (
    select * from {{ ref('fct_traject') }}
),

met_eerder as (
    select
        *,
        max(laatst_bekende_datum) over (
            partition by client_sleutel, aanbieder_agb, zorgvorm
            order by start_datum asc, gemeente_code asc, toewijzing_nummer asc
            rows between unbounded preceding and 1 preceding
        ) as eerder_bekende_datum
    from traject
),

met_begin as (
    select
        *,
        case
            when start_datum <= eerder_bekende_datum + interval 1 day then null else start_datum
        end as nieuw_start_datum
    from met_eerder
),

met_reeks as (
    select
        *,
        max(nieuw_start_datum) over (
            partition by client_sleutel, aanbieder_agb, zorgvorm
            order by start_datum asc, gemeente_code asc, toewijzing_nummer asc
            rows between unbounded preceding and current row
        ) as reeks_start_datum
    from met_begin
),

reeks as (
    select
        client_sleutel,
        aanbieder_agb,
        zorgvorm,
        reeks_start_datum,
        max_by(gemeente_code, (start_datum, gemeente_code)) as gemeente_code,
        max(laatst_bekende_datum) as laatst_bekende_datum,
        max(case when is_lopend then laatst_bekende_datum end) as lopend_tot_datum
    from met_reeks
    group by client_sleutel, aanbieder_agb, zorgvorm, reeks_start_datum
)

-- a part that is not known to have ended on the last day leaves the whole open
select
    gemeente_code,
    client_sleutel,
    aanbieder_agb,
    zorgvorm,
    reeks_start_datum as start_datum,
    coalesce(lopend_tot_datum < laatst_bekende_datum, true) as is_beeindigd,
    laatst_bekende_datum,
    cast(
        date_diff('day', reeks_start_datum, laatst_bekende_datum) + 1 as integer
    ) as duur_dagen
from reeks
