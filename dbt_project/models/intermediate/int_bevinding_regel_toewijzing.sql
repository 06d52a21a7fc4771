-- Grain: rule, line that stands. The toewijzing of the line is unknown (TR338) or deleted (TR384),
-- or is of another jeugdige (W011) or another aanbieder (W012).
with regel as (
    select * from {{ ref('int_bevinding_regel') }}
),

beoordeeld as (
    select
        *,
        case
            when not is_toewijzing_bekend then 'TR338'
            when is_verwijderd then 'TR384'
            when client_sleutel != toegewezen_client_sleutel then 'W011'
            when aanbieder_agb != toegewezen_aanbieder_agb then 'W012'
        end as regel_code
    from regel
)

select
    regel_code,
    'jw323' as bericht,
    aanbieder_agb,
    gemeente_code,
    plaats,
    dagtekening_datum as eerste_gezien
from beoordeeld
where regel_code is not null
