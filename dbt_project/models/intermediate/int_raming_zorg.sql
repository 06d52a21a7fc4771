-- Grain: zorg_nummer, zorgmaand, mutatie_datum. Changes of the known days in care of the units.
with mutatie as (
    select * from {{ ref('int_zorg_mutatie') }}
),

eenheid as (
    select * from {{ ref('int_raming_eenheid') }}
),

zorg as (
    select distinct
        zorg_nummer,
        gemeente_code,
        aanbieder_agb,
        zorgvorm
    from eenheid
)

select
    zorg.zorg_nummer,
    mutatie.zorgmaand,
    mutatie.mutatie_datum,
    mutatie.dagen
from mutatie
inner join zorg
    on
        mutatie.gemeente_code = zorg.gemeente_code
        and mutatie.aanbieder_agb = zorg.aanbieder_agb
        and mutatie.zorgvorm = zorg.zorgvorm
