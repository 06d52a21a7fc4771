-- Grain: traject. How long it lasted, or how long it has lasted as far as is known: up to the
-- peildatum, or up to the end of a toewijzing that ended without a stop (right-censored).
with traject as (
    select * from {{ ref('fct_traject') }}
),

toewijzing as (
    select * from {{ ref('fct_toewijzing') }}
),

peil as (
    select * from {{ ref('int_peildatum') }}
),

waarneming as (
    select
        traject.gemeente_code,
        traject.toewijzing_nummer,
        traject.client_sleutel,
        traject.zorgvorm,
        traject.start_datum,
        not traject.is_lopend as is_beeindigd,
        case
            when not traject.is_lopend then traject.stop_datum
            else greatest(
                traject.start_datum,
                least(peil.peildatum, coalesce(toewijzing.einddatum, peil.peildatum))
            )
        end as laatst_bekende_datum
    from traject
    cross join peil
    left join toewijzing
        on
            traject.gemeente_code = toewijzing.gemeente_code
            and traject.toewijzing_nummer = toewijzing.toewijzing_nummer
)

select
    *,
    cast(date_diff('day', start_datum, laatst_bekende_datum) + 1 as integer) as duur_dagen
from waarneming
