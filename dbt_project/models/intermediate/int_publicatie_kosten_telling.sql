-- Grain: published area, published zorgvorm, kwartaal with declared cost. How many jeugdigen and
-- toewijzingen it rests on: with a positive net amount, with any net amount, and per soort.
with regel as (
    select * from {{ ref('int_publicatie_kosten_regel') }}
),

gebied as (
    select * from {{ ref('int_publicatie_gebied') }}
),

zorgvorm as (
    select * from {{ ref('int_publicatie_zorgvorm') }}
),

per_kwartaal as (
    select
        gemeente_code,
        toewijzing_nummer,
        jeugdige_nummer,
        zorgvorm,
        kosten_soort,
        {{ kwartaal('zorgmaand') }} as kwartaal,
        sum(kosten_eurocent) as kosten_eurocent
    from regel
    group by
        gemeente_code,
        toewijzing_nummer,
        jeugdige_nummer,
        zorgvorm,
        kosten_soort,
        {{ kwartaal('zorgmaand') }}
),

per_groep as (
    select
        gebied.gebied_code,
        zorgvorm.zorgvorm_groep,
        per_kwartaal.kwartaal,
        per_kwartaal.gemeente_code,
        per_kwartaal.toewijzing_nummer,
        per_kwartaal.jeugdige_nummer,
        per_kwartaal.kosten_soort,
        per_kwartaal.kosten_eurocent
    from per_kwartaal
    inner join gebied on per_kwartaal.gemeente_code = gebied.gemeente_code
    inner join zorgvorm on per_kwartaal.zorgvorm = zorgvorm.zorgvorm
),

per_toewijzing as (
    select
        gebied_code,
        zorgvorm_groep,
        kwartaal,
        gemeente_code,
        toewijzing_nummer,
        jeugdige_nummer,
        sum(kosten_eurocent) as kosten_eurocent
    from per_groep
    group by
        gebied_code, zorgvorm_groep, kwartaal, gemeente_code, toewijzing_nummer, jeugdige_nummer
),

per_jeugdige as (
    select
        gebied_code,
        zorgvorm_groep,
        kwartaal,
        jeugdige_nummer,
        count(case when kosten_eurocent > 0 then 1 end) as aantal_toewijzingen,
        sum(kosten_eurocent) as kosten_eurocent
    from per_toewijzing
    group by gebied_code, zorgvorm_groep, kwartaal, jeugdige_nummer
),

telling as (
    select
        gebied_code,
        zorgvorm_groep,
        kwartaal,
        count(case when kosten_eurocent > 0 then 1 end) as aantal_jeugdigen,
        count(case when kosten_eurocent != 0 then 1 end) as aantal_met_kosten,
        sum(aantal_toewijzingen) as aantal_toewijzingen
    from per_jeugdige
    group by gebied_code, zorgvorm_groep, kwartaal
),

per_soort as (
    select
        gebied_code,
        zorgvorm_groep,
        kwartaal,
        kosten_soort,
        count(distinct jeugdige_nummer) as aantal_jeugdigen
    from per_groep
    where kosten_eurocent != 0
    group by gebied_code, zorgvorm_groep, kwartaal, kosten_soort
),

kleinste_soort as (
    select
        gebied_code,
        zorgvorm_groep,
        kwartaal,
        min(aantal_jeugdigen) as kleinste_soort_jeugdigen
    from per_soort
    group by gebied_code, zorgvorm_groep, kwartaal
)

select
    telling.gebied_code,
    telling.zorgvorm_groep,
    telling.kwartaal,
    telling.aantal_jeugdigen,
    telling.aantal_met_kosten,
    cast(telling.aantal_toewijzingen as bigint) as aantal_toewijzingen,
    kleinste_soort.kleinste_soort_jeugdigen
from telling
left join kleinste_soort
    on
        telling.gebied_code = kleinste_soort.gebied_code
        and telling.zorgvorm_groep = kleinste_soort.zorgvorm_groep
        and telling.kwartaal = kleinste_soort.kwartaal
