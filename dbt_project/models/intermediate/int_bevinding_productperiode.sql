-- Grain: rule, line that stands. The product period is not the overlap of its month and the
-- current toewijzing: a wrong begin (TR387) or a wrong end (TR388).
with regel as (
    select * from {{ ref('int_bevinding_regel') }}
),

met_norm as (
    select
        *,
        greatest(zorgmaand, ingang_datum) as begin_norm_datum,
        least(
            {{ laatste_van_maand('zorgmaand') }}, coalesce(eind_datum, date '9999-12-31')
        ) as eind_norm_datum
    from regel
    where is_toewijzing_bekend and not is_verwijderd
)

select
    'TR387' as regel_code,
    'jw323' as bericht,
    aanbieder_agb,
    gemeente_code,
    plaats,
    dagtekening_datum as eerste_gezien
from met_norm
where product_periode_begin_datum != begin_norm_datum
union all
select
    'TR388' as regel_code,
    'jw323' as bericht,
    aanbieder_agb,
    gemeente_code,
    plaats,
    dagtekening_datum as eerste_gezien
from met_norm
where product_periode_eind_datum != eind_norm_datum
