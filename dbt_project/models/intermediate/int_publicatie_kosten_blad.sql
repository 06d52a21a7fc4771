-- Grain: published area, published zorgvorm, periode, product in one unit. What was declared on it:
-- amount, volume, months with cost (one per gemeente) and jeugdigen with a positive net amount.
with regel as (
    select * from {{ ref('int_publicatie_kosten_regel') }}
),

gebied as (
    select * from {{ ref('int_publicatie_gebied') }}
),

zorgvorm as (
    select * from {{ ref('int_publicatie_zorgvorm') }}
),

periode as (
    select distinct
        periode,
        kwartaal
    from {{ ref('int_publicatie_periode') }}
),

per_maand as (
    select
        gemeente_code,
        zorgvorm,
        jeugdige_nummer,
        product_nummer,
        zorgmaand,
        sum(kosten_eurocent) as kosten_eurocent,
        sum(volume) as volume
    from regel
    group by gemeente_code, zorgvorm, jeugdige_nummer, product_nummer, zorgmaand
),

per_kwartaal as (
    select
        gemeente_code,
        zorgvorm,
        jeugdige_nummer,
        product_nummer,
        {{ kwartaal('zorgmaand') }} as kwartaal,
        sum(kosten_eurocent) as kosten_eurocent,
        sum(volume) as volume,
        count(case when kosten_eurocent > 0 then 1 end) as aantal_maanden
    from per_maand
    group by gemeente_code, zorgvorm, jeugdige_nummer, product_nummer, {{ kwartaal('zorgmaand') }}
),

per_jeugdige as (
    select
        gebied.gebied_code,
        zorgvorm.zorgvorm_groep,
        periode.periode,
        per_kwartaal.product_nummer,
        per_kwartaal.jeugdige_nummer,
        sum(per_kwartaal.kosten_eurocent) as kosten_eurocent,
        sum(per_kwartaal.volume) as volume,
        sum(per_kwartaal.aantal_maanden) as aantal_maanden
    from per_kwartaal
    inner join gebied on per_kwartaal.gemeente_code = gebied.gemeente_code
    inner join zorgvorm on per_kwartaal.zorgvorm = zorgvorm.zorgvorm
    inner join periode on per_kwartaal.kwartaal = periode.kwartaal
    group by
        gebied.gebied_code,
        zorgvorm.zorgvorm_groep,
        periode.periode,
        per_kwartaal.product_nummer,
        per_kwartaal.jeugdige_nummer
),

blad as (
    select
        gebied_code,
        zorgvorm_groep,
        periode,
        product_nummer,
        sum(kosten_eurocent) as kosten_eurocent,
        round(sum(volume), 6) as volume,
        sum(case when kosten_eurocent > 0 then aantal_maanden else 0 end) as aantal_maanden,
        count(case when kosten_eurocent > 0 then 1 end) as aantal_jeugdigen
    from per_jeugdige
    group by gebied_code, zorgvorm_groep, periode, product_nummer
),

groep as (
    select
        gebied_code,
        zorgvorm_groep,
        periode,
        count(distinct jeugdige_nummer) as aantal_jeugdigen
    from per_jeugdige
    where kosten_eurocent > 0
    group by gebied_code, zorgvorm_groep, periode
)

select
    blad.gebied_code,
    blad.zorgvorm_groep,
    blad.periode,
    blad.product_nummer,
    cast(blad.kosten_eurocent as bigint) as kosten_eurocent,
    blad.volume,
    cast(blad.aantal_maanden as bigint) as aantal_maanden,
    blad.aantal_jeugdigen,
    coalesce(groep.aantal_jeugdigen, 0) as aantal_jeugdigen_groep
from blad
left join groep
    on
        blad.gebied_code = groep.gebied_code
        and blad.zorgvorm_groep = groep.zorgvorm_groep
        and blad.periode = groep.periode
