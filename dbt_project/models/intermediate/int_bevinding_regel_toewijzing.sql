-- Grain: rule, line that stands. The toewijzing of the line is unknown (TR338) or was deleted
-- (TR384), or is of another youth (W011) or another aanbieder (W012). One cause is reported once.
with regel as (
    select * from {{ ref('int_bevinding_regel') }}
),

beoordeeld as (
    select
        *,
        case
            when not is_toewijzing_bekend then 'onbekend'
            -- a line that was granted before the deletion makes the deletion wrong (TR385)
            when is_toegekend_voor_verwijdering then 'later_verwijderd'
            when is_verwijderd then 'verwijderd'
            when not is_client_bekend then 'onbekende_client'
            when client_sleutel != toegewezen_client_sleutel then 'andere_client'
            when aanbieder_agb != toegewezen_aanbieder_agb then 'andere_aanbieder'
            else 'eigen'
        end as soort_toewijzing
    from regel
)

select
    'TR338' as regel_code,
    'jw323' as bericht,
    aanbieder_agb,
    gemeente_code,
    plaats,
    dagtekening_datum as eerste_gezien
from beoordeeld
where soort_toewijzing = 'onbekend'
union all
select
    'TR384' as regel_code,
    'jw323' as bericht,
    aanbieder_agb,
    gemeente_code,
    plaats,
    greatest(dagtekening_datum, toewijzing_bekend_sinds) as eerste_gezien
from beoordeeld
where soort_toewijzing = 'verwijderd'
union all
select
    'W011' as regel_code,
    'jw323' as bericht,
    aanbieder_agb,
    gemeente_code,
    plaats,
    dagtekening_datum as eerste_gezien
from beoordeeld
where soort_toewijzing = 'andere_client'
union all
select
    'W012' as regel_code,
    'jw323' as bericht,
    aanbieder_agb,
    gemeente_code,
    plaats,
    dagtekening_datum as eerste_gezien
from beoordeeld
where soort_toewijzing = 'andere_aanbieder'
