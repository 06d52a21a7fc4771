-- Grain: rule, key of a start or stop. Removed while there was nothing to remove (TR063), or sent
-- again while it lived (TR074). A repeat that was taken back is mended.
with verloop as (
    select * from {{ ref('int_bevinding_verloop') }}
)

select
    'TR063' as regel_code,
    bericht,
    aanbieder_agb,
    gemeente_code,
    plaats,
    min(dagtekening_datum) as eerste_gezien
from verloop
where saldo < 0 and (saldo < -1 or not is_levend_ervoor)
group by bericht, aanbieder_agb, gemeente_code, plaats
union all
select
    'TR074' as regel_code,
    bericht,
    aanbieder_agb,
    gemeente_code,
    plaats,
    min(dagtekening_datum) as eerste_gezien
from verloop
where saldo > 0 and (saldo > 1 or is_levend_ervoor) and is_levend_nu
group by bericht, aanbieder_agb, gemeente_code, plaats
