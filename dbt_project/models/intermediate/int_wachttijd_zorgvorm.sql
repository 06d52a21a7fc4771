-- Grain: published zorgvorm that occurs in the waits. Waiting times do not apply to crisis and
-- maatregelen: those count in a class of their own.
with wachttijd as (
    select * from {{ ref('fct_wachttijd') }}
),

zorgvorm as (
    select * from {{ ref('int_publicatie_zorgvorm') }}
),

zorgvorm_kenmerk as (
    select * from {{ ref('zorgvorm') }}
),

uitsluiting as (
    select * from {{ ref('wacht_uitsluiting') }}
),

gebruikte_zorgvorm as (
    select distinct
        wachttijd.zorgvorm,
        uitsluiting.uitsluiting is null as is_van_toepassing
    from wachttijd
    inner join zorgvorm_kenmerk on wachttijd.zorgvorm = zorgvorm_kenmerk.zorgvorm
    left join uitsluiting on zorgvorm_kenmerk.groep = uitsluiting.zorgvorm_groep
)

select
    zorgvorm.zorgvorm_groep,
    zorgvorm.zorgvorm_groep_naam,
    bool_or(gebruikte_zorgvorm.is_van_toepassing) as is_van_toepassing
from gebruikte_zorgvorm
inner join zorgvorm on gebruikte_zorgvorm.zorgvorm = zorgvorm.zorgvorm
group by zorgvorm.zorgvorm_groep, zorgvorm.zorgvorm_groep_naam
