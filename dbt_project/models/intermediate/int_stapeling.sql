-- Grain: published area, kwartaal, stapeling_groep. Not yet suppressed. A jeugdige counts once,
-- with the month of the kwartaal that has the most zorgvormen.
with zorggebruik as (
    select * from {{ ref('fct_zorggebruik') }}
),

gebied as (
    select * from {{ ref('int_publicatie_gebied') }}
),

groep as (
    select * from {{ ref('stapeling_groep') }}
),

per_maand as (
    select
        gebied.gebied_code,
        zorggebruik.client_sleutel,
        zorggebruik.zorgmaand,
        count(distinct zorggebruik.zorgvorm) as aantal_zorgvormen
    from zorggebruik
    inner join gebied on zorggebruik.gemeente_code = gebied.gemeente_code
    group by gebied.gebied_code, zorggebruik.client_sleutel, zorggebruik.zorgmaand
),

per_jeugdige as (
    select
        gebied_code,
        client_sleutel,
        cast(date_trunc('quarter', zorgmaand) as date) as kwartaal_begin,
        max(aantal_zorgvormen) as aantal_zorgvormen
    from per_maand
    group by gebied_code, client_sleutel, date_trunc('quarter', zorgmaand)
)

select
    per_jeugdige.gebied_code,
    {{ kwartaal('per_jeugdige.kwartaal_begin') }} as kwartaal,
    groep.stapeling_groep,
    count(*) as aantal_jeugdigen
from per_jeugdige
inner join groep
    on
        per_jeugdige.aantal_zorgvormen >= groep.zorgvormen_van
        and per_jeugdige.aantal_zorgvormen <= groep.zorgvormen_tot
        and {{ geldt_op('per_jeugdige.kwartaal_begin', 'groep') }}
group by per_jeugdige.gebied_code, per_jeugdige.kwartaal_begin, groep.stapeling_groep
