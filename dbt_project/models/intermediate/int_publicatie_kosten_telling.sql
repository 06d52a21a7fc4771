-- Grain: published area, published zorgvorm, kwartaal with declared cost. How many jeugdigen and
-- toewijzingen it rests on: with a positive net amount, with any net amount, and per soort.
with regel as (
    select * from {{ ref('int_publicatie_kosten_regel') }}
),

niveau as (
    select * from {{ ref('int_publicatie_niveau') }}
),

{{ niveau_naam() }},

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
        niveau.niveau_nummer,
        per_kwartaal.kwartaal,
        per_kwartaal.gemeente_code,
        per_kwartaal.toewijzing_nummer,
        per_kwartaal.jeugdige_nummer,
        per_kwartaal.kosten_soort,
        per_kwartaal.kosten_eurocent
    from per_kwartaal
    inner join niveau
        on
            per_kwartaal.gemeente_code = niveau.gemeente_code
            and per_kwartaal.zorgvorm = niveau.zorgvorm
),

per_toewijzing as (
    select
        niveau_nummer,
        kwartaal,
        gemeente_code,
        toewijzing_nummer,
        jeugdige_nummer,
        sum(kosten_eurocent) as kosten_eurocent
    from per_groep
    group by niveau_nummer, kwartaal, gemeente_code, toewijzing_nummer, jeugdige_nummer
),

per_jeugdige as (
    select
        niveau_nummer,
        kwartaal,
        jeugdige_nummer,
        count(case when kosten_eurocent > 0 then 1 end) as aantal_toewijzingen,
        sum(kosten_eurocent) as kosten_eurocent
    from per_toewijzing
    group by niveau_nummer, kwartaal, jeugdige_nummer
),

telling as (
    select
        niveau_nummer,
        kwartaal,
        count(case when kosten_eurocent > 0 then 1 end) as aantal_jeugdigen,
        count(case when kosten_eurocent != 0 then 1 end) as aantal_met_kosten,
        sum(aantal_toewijzingen) as aantal_toewijzingen
    from per_jeugdige
    group by niveau_nummer, kwartaal
),

per_soort as (
    select
        niveau_nummer,
        kwartaal,
        kosten_soort,
        count(distinct jeugdige_nummer) as aantal_jeugdigen
    from per_groep
    where kosten_eurocent != 0
    group by niveau_nummer, kwartaal, kosten_soort
),

kleinste_soort as (
    select
        niveau_nummer,
        kwartaal,
        min(aantal_jeugdigen) as kleinste_soort_jeugdigen
    from per_soort
    group by niveau_nummer, kwartaal
)

select
    niveau_naam.gebied_code,
    niveau_naam.zorgvorm_groep,
    telling.kwartaal,
    telling.aantal_jeugdigen,
    telling.aantal_met_kosten,
    cast(telling.aantal_toewijzingen as bigint) as aantal_toewijzingen,
    kleinste_soort.kleinste_soort_jeugdigen
from telling
inner join niveau_naam on telling.niveau_nummer = niveau_naam.niveau_nummer
left join kleinste_soort
    on
        telling.niveau_nummer = kleinste_soort.niveau_nummer
        and telling.kwartaal = kleinste_soort.kwartaal
