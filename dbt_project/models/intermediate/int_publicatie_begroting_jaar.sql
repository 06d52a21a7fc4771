-- Grain: published area, jaar of care, published row of the budget with cost: the cost, and the
-- jeugdigen with a positive (or any) net amount behind what was declared.
with kosten as (
    select * from {{ ref('fct_kosten') }}
),

regel as (
    select * from {{ ref('int_publicatie_kosten_regel') }}
),

begroting_rij as (
    select * from {{ ref('int_publicatie_begroting_rij') }}
),

gebied as (
    select * from {{ ref('int_publicatie_gebied') }}
),

som as (
    select
        gebied.gebied_code,
        begroting_rij.begroting_categorie,
        begroting_rij.kosten_soort,
        begroting_rij.niveau,
        extract(year from kosten.zorgmaand) as jaar,
        sum(kosten.kosten_eurocent) as kosten_eurocent
    from kosten
    inner join gebied on kosten.gemeente_code = gebied.gemeente_code
    inner join begroting_rij
        on
            kosten.begroting_categorie = begroting_rij.deel_categorie
            and kosten.kosten_soort = begroting_rij.deel_soort
            and kosten.niveau = begroting_rij.deel_niveau
    group by
        gebied.gebied_code,
        begroting_rij.begroting_categorie,
        begroting_rij.kosten_soort,
        begroting_rij.niveau,
        extract(year from kosten.zorgmaand)
),

per_deel as (
    select
        gemeente_code,
        begroting_categorie,
        kosten_soort,
        niveau,
        extract(year from zorgmaand) as jaar,
        jeugdige_nummer,
        sum(kosten_eurocent) as kosten_eurocent
    from regel
    group by
        gemeente_code,
        begroting_categorie,
        kosten_soort,
        niveau,
        extract(year from zorgmaand),
        jeugdige_nummer
),

per_jeugdige as (
    select
        gebied.gebied_code,
        begroting_rij.begroting_categorie,
        begroting_rij.kosten_soort,
        begroting_rij.niveau,
        per_deel.jaar,
        per_deel.jeugdige_nummer,
        sum(per_deel.kosten_eurocent) as kosten_eurocent
    from per_deel
    inner join gebied on per_deel.gemeente_code = gebied.gemeente_code
    inner join begroting_rij
        on
            per_deel.begroting_categorie = begroting_rij.deel_categorie
            and per_deel.kosten_soort = begroting_rij.deel_soort
            and per_deel.niveau = begroting_rij.deel_niveau
    group by
        gebied.gebied_code,
        begroting_rij.begroting_categorie,
        begroting_rij.kosten_soort,
        begroting_rij.niveau,
        per_deel.jaar,
        per_deel.jeugdige_nummer
),

telling as (
    select
        gebied_code,
        begroting_categorie,
        kosten_soort,
        niveau,
        jaar,
        count(case when kosten_eurocent > 0 then 1 end) as aantal_jeugdigen,
        count(case when kosten_eurocent != 0 then 1 end) as aantal_met_kosten
    from per_jeugdige
    group by gebied_code, begroting_categorie, kosten_soort, niveau, jaar
)

select
    som.gebied_code,
    cast(som.jaar as integer) as jaar,
    som.begroting_categorie,
    som.kosten_soort,
    som.niveau,
    cast(som.kosten_eurocent as bigint) as kosten_eurocent,
    coalesce(telling.aantal_jeugdigen, 0) as aantal_jeugdigen,
    coalesce(telling.aantal_met_kosten, 0) as aantal_met_kosten
from som
left join telling
    on
        som.gebied_code = telling.gebied_code
        and som.jaar = telling.jaar
        and som.begroting_categorie = telling.begroting_categorie
        and som.kosten_soort = telling.kosten_soort
        and som.niveau = telling.niveau
