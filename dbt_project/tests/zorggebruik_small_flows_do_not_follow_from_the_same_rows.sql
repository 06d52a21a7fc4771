-- No difference of two shown figures of one kwartaal, or of two that follow each other, is small.
with zorggebruik as (
    select * from {{ ref('zorggebruik_kwartaal') }}
),

met_vorige as (
    select
        *,
        lag(aantal_eind) over (
            partition by gemeente_code, zorgvorm order by kwartaal asc
        ) as vorig_eind
    from zorggebruik
)

select
    kwartaal,
    gemeente_code,
    zorgvorm
from met_vorige
where
    {{ is_klein([
        'aantal_jeugdigen - aantal_begin',
        'aantal_jeugdigen - aantal_eind',
        'aantal_jeugdigen - vorig_eind',
        'instroom - doorstroom'
    ]) }}
    or aantal_begin != vorig_eind
    or (aantal_begin is null and vorig_eind is not null and instroom_status != 'ontbreekt')
