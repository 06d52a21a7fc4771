-- Grain: contract_nummer, zorgmaand, gemeente_code. Share of a lump sum by the key of the month.
with taakgericht as (
    select * from {{ ref('int_taakgericht_maand') }}
)

select
    contract_nummer,
    aanbieder_agb,
    zorgvorm,
    zorgmaand,
    gemeente_code,
    cast(aandeel_miljoenste as bigint) as aandeel_miljoenste,
    kosten_eurocent,
    bekend_sinds
from taakgericht
