-- Grain: published area, published zorgvorm, kwartaal. Live toewijzingen on which care was given.
with zorgmaand as (
    select * from {{ ref('int_zorgmaand') }}
),

toewijzing as (
    select * from {{ ref('int_toewijzing_actueel') }}
),

gebied as (
    select * from {{ ref('int_publicatie_gebied') }}
),

zorgvorm as (
    select * from {{ ref('int_publicatie_zorgvorm') }}
),

toewijzing_kwartaal as (
    select distinct
        zorgmaand.gemeente_code,
        zorgmaand.zorgvorm,
        zorgmaand.toewijzing_nummer,
        cast(date_trunc('quarter', zorgmaand.zorgmaand) as date) as kwartaal_begin
    from zorgmaand
    inner join toewijzing
        on
            zorgmaand.gemeente_code = toewijzing.gemeente_code
            and zorgmaand.toewijzing_nummer = toewijzing.toewijzing_nummer
)

select
    gebied.gebied_code,
    zorgvorm.zorgvorm_groep,
    toewijzing_kwartaal.kwartaal_begin,
    count(*) as aantal_toewijzingen
from toewijzing_kwartaal
inner join gebied on toewijzing_kwartaal.gemeente_code = gebied.gemeente_code
inner join zorgvorm on toewijzing_kwartaal.zorgvorm = zorgvorm.zorgvorm
group by gebied.gebied_code, zorgvorm.zorgvorm_groep, toewijzing_kwartaal.kwartaal_begin
