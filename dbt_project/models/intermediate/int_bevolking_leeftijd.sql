-- Grain: published area, jaar, ages. Inhabitants of these ages on 1 January of the jaar, or else of
-- the latest year before it. The region is only known when each of its gemeenten is.
with bevolking as (
    select *
    from {{ ref('stg_referentie__bevolking') }}
    where {{ binnen_stand('ontvangst_datum') }}
),

gebied as (
    select * from {{ ref('int_publicatie_gebied') }}
),

maand as (
    select * from {{ ref('dim_maand') }}
),

geteld as (
    select
        gemeente_code,
        jaar,
        leeftijd_van,
        leeftijd_tot,
        aantal
    from bevolking
    qualify
        row_number() over (
            partition by gemeente_code, jaar, leeftijd_van, leeftijd_tot
            order by ontvangst_datum desc, bestand_sleutel asc, rij_nummer asc
        ) = 1
),

leeftijd as (
    select distinct
        leeftijd_van,
        leeftijd_tot
    from geteld
),

gebruikt_jaar as (
    select distinct jaar
    from maand
),

per_gemeente as (
    select
        geteld.gemeente_code,
        geteld.leeftijd_van,
        geteld.leeftijd_tot,
        gebruikt_jaar.jaar,
        geteld.aantal
    from gebruikt_jaar
    inner join geteld on gebruikt_jaar.jaar >= geteld.jaar
    qualify
        row_number() over (
            partition by
                geteld.gemeente_code,
                geteld.leeftijd_van,
                geteld.leeftijd_tot,
                gebruikt_jaar.jaar
            order by geteld.jaar desc
        ) = 1
),

per_gebied as (
    select
        gebied.gebied_code,
        gebruikt_jaar.jaar,
        leeftijd.leeftijd_van,
        leeftijd.leeftijd_tot,
        sum(per_gemeente.aantal) as aantal,
        count(*) - count(per_gemeente.aantal) as aantal_onbekend
    from gebied
    cross join gebruikt_jaar
    cross join leeftijd
    left join per_gemeente
        on
            gebied.gemeente_code = per_gemeente.gemeente_code
            and gebruikt_jaar.jaar = per_gemeente.jaar
            and leeftijd.leeftijd_van = per_gemeente.leeftijd_van
            and leeftijd.leeftijd_tot = per_gemeente.leeftijd_tot
    group by gebied.gebied_code, gebruikt_jaar.jaar, leeftijd.leeftijd_van, leeftijd.leeftijd_tot
)

select
    gebied_code,
    cast(jaar as bigint) as jaar,
    leeftijd_van,
    leeftijd_tot,
    cast(aantal as bigint) as aantal
from per_gebied
where aantal_onbekend = 0
