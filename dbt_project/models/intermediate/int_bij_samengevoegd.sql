-- Grain: stretch of help at one gemeente, with the start of the traject it belongs to. Stretches of
-- one jeugdige, hulpvorm and aanbieder that overlap or adjoin are one traject, also over gemeenten.
with deel as (
    select * from {{ ref('int_bij_deel') }}
),

met_eerder_einde as (
    select
        *,
        max(coalesce(eind_datum, date '9999-12-30')) over (
            partition by client_sleutel, bij_hulpvorm_code, aanbieder_agb
            order by begin_datum asc, eind_datum asc nulls last, gemeente_code asc, zorgvorm asc
            rows between unbounded preceding and 1 preceding
        ) as eerder_eind_datum
    from deel
),

met_begin as (
    select
        *,
        case
            when begin_datum <= eerder_eind_datum + interval 1 day then null else begin_datum
        end as nieuw_start_datum
    from met_eerder_einde
)

select
    client_sleutel,
    bij_hulpvorm_code,
    aanbieder_agb,
    max(nieuw_start_datum) over (
        partition by client_sleutel, bij_hulpvorm_code, aanbieder_agb
        order by begin_datum asc, eind_datum asc nulls last, gemeente_code asc, zorgvorm asc
        rows between unbounded preceding and current row
    ) as start_datum,
    gemeente_code,
    is_crisis,
    begin_datum,
    eind_datum,
    basis,
    bekend_sinds
from met_begin
