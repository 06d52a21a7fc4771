-- Grain: current toewijzing that runs longer than the seed ijw_termijn allows without a start and
-- without lines (W024). Every number needs a start of its own, also one that replaces another
-- (OP289); with lines and no start it is W010.
with toewijzing as (
    select * from {{ ref('int_toewijzing_begin') }}
)

select
    'W024' as regel_code,
    'jw305' as bericht,
    aanbieder_agb,
    gemeente_code,
    'gemeente ' || gemeente_code || ', toewijzing ' || toewijzing_nummer as plaats,
    te_laat_datum as eerste_gezien
from toewijzing
where not heeft_zorg and te_laat_datum <= loopt_tot_datum
