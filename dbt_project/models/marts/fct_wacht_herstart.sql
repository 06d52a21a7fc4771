-- Grain: gemeente_code, toewijzing_nummer, herstart_datum.
with herstart as (
    select * from {{ ref('int_wacht_herstart') }}
)

select
    gemeente_code,
    toewijzing_nummer,
    client_sleutel,
    aanbieder_agb,
    zorgvorm,
    stop_datum,
    herstart_datum,
    cast(date_diff('day', stop_datum, herstart_datum) as integer) as onderbreking_dagen,
    'herstart' as klasse,
    {{ kwartaal('herstart_datum') }} as kwartaal,
    bekend_sinds
from herstart
