-- Grain: published area, published zorgvorm, periode, product in one unit. What was declared on it:
-- amount, volume, months with cost (one per gemeente) and jeugdigen with a positive net amount.
with regel as (
    select * from {{ ref('int_publicatie_kosten_regel') }}
),

niveau as (
    select * from {{ ref('int_publicatie_niveau') }}
),

periode as (
    select distinct
        periode,
        kwartaal
    from {{ ref('int_publicatie_periode') }}
),

{{ niveau_naam() }},

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
        niveau.niveau_nummer,
        periode.periode,
        per_kwartaal.product_nummer,
        per_kwartaal.jeugdige_nummer,
        sum(per_kwartaal.kosten_eurocent) as kosten_eurocent,
        sum(per_kwartaal.volume) as volume,
        sum(per_kwartaal.aantal_maanden) as aantal_maanden
    from per_kwartaal
    inner join niveau
        on
            per_kwartaal.gemeente_code = niveau.gemeente_code
            and per_kwartaal.zorgvorm = niveau.zorgvorm
    inner join periode on per_kwartaal.kwartaal = periode.kwartaal
    group by
        niveau.niveau_nummer,
        periode.periode,
        per_kwartaal.product_nummer,
        per_kwartaal.jeugdige_nummer
),

blad as (
    select
        niveau_nummer,
        periode,
        product_nummer,
        sum(kosten_eurocent) as kosten_eurocent,
        round(sum(volume), 6) as volume,
        sum(case when kosten_eurocent > 0 then aantal_maanden else 0 end) as aantal_maanden,
        count(case when kosten_eurocent > 0 then 1 end) as aantal_jeugdigen
    from per_jeugdige
    group by niveau_nummer, periode, product_nummer
),

groep as (
    select
        niveau_nummer,
        periode,
        count(distinct jeugdige_nummer) as aantal_jeugdigen
    from per_jeugdige
    where kosten_eurocent > 0
    group by niveau_nummer, periode
)

select
    niveau_naam.gebied_code,
    niveau_naam.zorgvorm_groep,
    blad.periode,
    blad.product_nummer,
    cast(blad.kosten_eurocent as bigint) as kosten_eurocent,
    blad.volume,
    cast(blad.aantal_maanden as bigint) as aantal_maanden,
    blad.aantal_jeugdigen,
    coalesce(groep.aantal_jeugdigen, 0) as aantal_jeugdigen_groep
from blad
inner join niveau_naam on blad.niveau_nummer = niveau_naam.niveau_nummer
left join groep
    on
        blad.niveau_nummer = groep.niveau_nummer
        and blad.periode = groep.periode
