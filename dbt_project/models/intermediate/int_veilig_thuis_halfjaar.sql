-- Grain: published area, halfjaar that has passed, from the first one that any source tells of.
-- Says per soort whether Veilig Thuis delivered about it: it delivers for the whole region at once.
with zaak as (
    select * from {{ ref('fct_veilig_thuis') }}
),

publicatie_maand as (
    select * from {{ ref('int_publicatie_maand') }}
),

maand as (
    select * from {{ ref('dim_maand') }}
),

gebied as (
    select * from {{ ref('int_publicatie_gebied') }}
),

peil as (
    select * from {{ ref('int_peildatum') }}
),

bekend_halfjaar as (
    select halfjaar
    from zaak
    union
    select {{ halfjaar('zorgmaand') }} as halfjaar
    from publicatie_maand
),

eerste as (
    select min(halfjaar) as halfjaar
    from bekend_halfjaar
),

halfjaar as (
    select
        {{ halfjaar('maand.zorgmaand') }} as halfjaar,
        min(maand.zorgmaand) as eerste_dag
    from maand
    cross join eerste
    cross join peil
    where {{ halfjaar('maand.zorgmaand') }} >= eerste.halfjaar
    group by {{ halfjaar('maand.zorgmaand') }}
    having max(maand.laatste_dag) <= max(peil.peildatum)
),

geleverd as (
    select
        halfjaar,
        bool_or(soort = 'advies') as heeft_advies,
        bool_or(soort = 'melding') as heeft_melding,
        bool_or(soort = 'onderzoek') as heeft_onderzoek,
        100.0 * count(distinct soort) / 3 as volledigheid_percentage
    from zaak
    group by halfjaar
),

gebied_naam as (
    select distinct
        gebied_code,
        gebied_naam
    from gebied
)

select
    gebied_naam.gebied_code,
    gebied_naam.gebied_naam,
    halfjaar.halfjaar,
    halfjaar.eerste_dag,
    coalesce(geleverd.heeft_advies, false) as heeft_advies,
    coalesce(geleverd.heeft_melding, false) as heeft_melding,
    coalesce(geleverd.heeft_onderzoek, false) as heeft_onderzoek,
    cast(coalesce(geleverd.volledigheid_percentage, 0) as decimal(5, 1))
        as volledigheid_percentage,
    peil.peildatum
from gebied_naam
cross join halfjaar
cross join peil
left join geleverd
    on halfjaar.halfjaar = geleverd.halfjaar
