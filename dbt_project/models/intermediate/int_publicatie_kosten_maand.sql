-- Grain: published area, published zorgvorm, zorgmaand with declared cost. How many jeugdigen it
-- rests on: whose net amount is not nought, granted or pending.
with regel as (
    select * from {{ ref('fct_declaratieregel') }}
),

niveau as (
    select * from {{ ref('int_publicatie_niveau') }}
),

{{ niveau_naam() }},

per_gemeente as (
    select
        gemeente_code,
        zorgvorm,
        zorgmaand,
        client_sleutel,
        sum(case when status = 'toegekend' then ingediend_eurocent else 0 end)
            as toegekend_eurocent,
        sum(case when status = 'in_behandeling' then ingediend_eurocent else 0 end)
            as in_behandeling_eurocent
    from regel
    group by gemeente_code, zorgvorm, zorgmaand, client_sleutel
),

per_jeugdige as (
    select
        niveau.niveau_nummer,
        per_gemeente.zorgmaand,
        per_gemeente.client_sleutel,
        sum(per_gemeente.toegekend_eurocent) != 0 as heeft_toegekend,
        sum(per_gemeente.in_behandeling_eurocent) != 0 as heeft_in_behandeling
    from per_gemeente
    inner join niveau
        on
            per_gemeente.gemeente_code = niveau.gemeente_code
            and per_gemeente.zorgvorm = niveau.zorgvorm
    group by niveau.niveau_nummer, per_gemeente.zorgmaand, per_gemeente.client_sleutel
),

telling as (
    select
        niveau_nummer,
        zorgmaand,
        count(case when heeft_toegekend or heeft_in_behandeling then 1 end) as aantal_jeugdigen,
        count(case when heeft_toegekend then 1 end) as aantal_toegekend,
        count(case when heeft_in_behandeling then 1 end) as aantal_in_behandeling
    from per_jeugdige
    group by niveau_nummer, zorgmaand
)

select
    niveau_naam.gebied_code,
    niveau_naam.zorgvorm_groep,
    telling.zorgmaand,
    telling.aantal_jeugdigen,
    telling.aantal_toegekend,
    telling.aantal_in_behandeling
from telling
inner join niveau_naam on telling.niveau_nummer = niveau_naam.niveau_nummer
