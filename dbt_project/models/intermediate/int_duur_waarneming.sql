-- Grain: traject. How long it lasted, or how long it has lasted as far as is known: up to the
-- peildatum, or up to the end of a toewijzing that ended without a stop (right-censored).
with traject as (
    select * from {{ ref('fct_traject') }}
)

select
    gemeente_code,
    toewijzing_nummer,
    client_sleutel,
    zorgvorm,
    start_datum,
    not is_lopend as is_beeindigd,
    laatst_bekende_datum,
    duur_dagen
from traject
