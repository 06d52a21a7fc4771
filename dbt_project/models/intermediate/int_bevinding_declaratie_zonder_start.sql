-- Grain: known toewijzing with lines that stand and without any live start (W010).
with netto as (
    select * from {{ ref('int_declaratie_netto_maand') }}
),

toewijzing as (
    select * from {{ ref('int_toewijzing_actueel') }}
),

start as (
    select distinct
        gemeente_code,
        toewijzing_nummer
    from {{ ref('int_start_live') }}
)

select
    'W010' as regel_code,
    'jw305' as bericht,
    toewijzing.aanbieder_agb,
    toewijzing.gemeente_code,
    'gemeente ' || toewijzing.gemeente_code
    || ', toewijzing ' || toewijzing.toewijzing_nummer as plaats,
    min(netto.bekend_sinds) as eerste_gezien
from toewijzing
inner join netto
    on
        toewijzing.gemeente_code = netto.gemeente_code
        and toewijzing.toewijzing_nummer = netto.toewijzing_nummer
left join start
    on
        toewijzing.gemeente_code = start.gemeente_code
        and toewijzing.toewijzing_nummer = start.toewijzing_nummer
where start.gemeente_code is null
group by toewijzing.aanbieder_agb, toewijzing.gemeente_code, toewijzing.toewijzing_nummer
