-- Grain: definitie, halfjaar, published area. The two definitions stand in rows of their own.
with telling as (
    select * from {{ ref('int_bij_telling') }}
),

outcome as (
    select * from {{ ref('fct_outcome') }}
),

maand as (
    select * from {{ ref('dim_maand') }}
),

gebied as (
    select * from {{ ref('int_publicatie_gebied') }}
),

kwartaal as (
    select distinct
        kwartaal,
        halfjaar
    from maand
)

select
    'herhaald_terugkijkend' as definitie,
    periode as halfjaar,
    gebied_code,
    aantal_begonnen as aantal_trajecten,
    aantal_herhaald,
    true as is_te_beoordelen
from telling
where hulpvorm = 'totaal'
union all
select
    'herhaald_vooruitkijkend' as definitie,
    kwartaal.halfjaar,
    gebied.gebied_code,
    cast(sum(outcome.noemer) as bigint) as aantal_trajecten,
    cast(sum(outcome.noemer - outcome.teller) as bigint) as aantal_herhaald,
    bool_and(outcome.teller is not null) as is_te_beoordelen
from outcome
inner join kwartaal on outcome.kwartaal = kwartaal.kwartaal
inner join gebied on outcome.gemeente_code = gebied.gemeente_code
where outcome.indicator_code = '3.2'
group by kwartaal.halfjaar, gebied.gebied_code
