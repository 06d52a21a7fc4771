-- Grain: published area, jaar. Youths of 0-17 on 1 January of the jaar, or else of the latest year
-- before it. The region is only known when each of its gemeenten is.
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
        aantal
    from bevolking
    where leeftijd_van = 0 and leeftijd_tot = 17
    qualify
        row_number() over (
            partition by gemeente_code, jaar
            order by ontvangst_datum desc, bestand_sleutel asc, rij_nummer asc
        ) = 1
),

gebruikt_jaar as (
    select distinct extract(year from zorgmaand) as jaar
    from maand
),

per_gemeente as (
    select
        geteld.gemeente_code,
        gebruikt_jaar.jaar,
        geteld.aantal
    from gebruikt_jaar
    inner join geteld on gebruikt_jaar.jaar >= geteld.jaar
    qualify
        row_number() over (
            partition by geteld.gemeente_code, gebruikt_jaar.jaar
            order by geteld.jaar desc
        ) = 1
),

per_gebied as (
    select
        gebied.gebied_code,
        gebruikt_jaar.jaar,
        sum(per_gemeente.aantal) as bevolking_0_17,
        count(*) - count(per_gemeente.aantal) as aantal_onbekend
    from gebied
    cross join gebruikt_jaar
    left join per_gemeente
        on
            gebied.gemeente_code = per_gemeente.gemeente_code
            and gebruikt_jaar.jaar = per_gemeente.jaar
    group by gebied.gebied_code, gebruikt_jaar.jaar
)

select
    gebied_code,
    cast(jaar as bigint) as jaar,
    cast(bevolking_0_17 as bigint) as bevolking_0_17
from per_gebied
where aantal_onbekend = 0
