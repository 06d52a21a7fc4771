-- Grain: rule, line that stands. The product period begins before (TR307) or ends after (TR308) its
-- toewijzing, or lies inside it without touching the edge of the month or of the toewijzing at its
-- begin (TR387) or at its end (TR388).
with besluit as (
    select * from {{ ref('int_bevinding_regel_besluit') }}
),

vergeleken as (
    select
        plaats,
        aanbieder_agb,
        gemeente_code,
        dagtekening_datum,
        product_periode_begin_datum < ingang_datum as is_te_vroeg,
        product_periode_eind_datum > coalesce(eind_datum, date '9999-12-31') as is_te_laat,
        product_periode_begin_datum != greatest(zorgmaand, ingang_datum) as is_begin_anders,
        product_periode_eind_datum != least(
            {{ laatste_van_maand('zorgmaand') }}, coalesce(eind_datum, date '9999-12-31')
        ) as is_eind_anders
    from besluit
),

-- a line is wrong when it fits none of the decisions that it may rest on
per_regel as (
    select
        plaats,
        aanbieder_agb,
        gemeente_code,
        dagtekening_datum,
        bool_and(is_te_vroeg) as is_te_vroeg,
        bool_and(is_te_laat) as is_te_laat,
        bool_and(is_begin_anders) as is_begin_anders,
        bool_and(is_eind_anders) as is_eind_anders
    from vergeleken
    group by plaats, aanbieder_agb, gemeente_code, dagtekening_datum
)

select
    'TR307' as regel_code,
    'jw323' as bericht,
    aanbieder_agb,
    gemeente_code,
    plaats,
    dagtekening_datum as eerste_gezien
from per_regel
where is_te_vroeg
union all
select
    'TR308' as regel_code,
    'jw323' as bericht,
    aanbieder_agb,
    gemeente_code,
    plaats,
    dagtekening_datum as eerste_gezien
from per_regel
where is_te_laat
union all
select
    'TR387' as regel_code,
    'jw323' as bericht,
    aanbieder_agb,
    gemeente_code,
    plaats,
    dagtekening_datum as eerste_gezien
from per_regel
where is_begin_anders and not is_te_vroeg
union all
select
    'TR388' as regel_code,
    'jw323' as bericht,
    aanbieder_agb,
    gemeente_code,
    plaats,
    dagtekening_datum as eerste_gezien
from per_regel
where is_eind_anders and not is_te_laat
