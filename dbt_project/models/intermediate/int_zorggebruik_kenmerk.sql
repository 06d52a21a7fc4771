-- Grain: published area, kwartaal, kenmerk (leeftijd or geslacht), groep. Not yet suppressed. Age
-- is that on the first day of the kwartaal; the day of birth is not known, so who has a birthday in
-- that month is still a year younger.
with zorggebruik as (
    select * from {{ ref('fct_zorggebruik') }}
),

client as (
    select * from {{ ref('dim_client') }}
),

gebied as (
    select * from {{ ref('int_publicatie_gebied') }}
),

leeftijd_groep as (
    select * from {{ ref('leeftijd_groep') }}
),

geslacht_groep as (
    select * from {{ ref('geslacht_groep') }}
),

jeugdige as (
    select distinct
        gebied.gebied_code,
        zorggebruik.client_sleutel,
        cast(date_trunc('quarter', zorggebruik.zorgmaand) as date) as kwartaal_begin
    from zorggebruik
    inner join gebied on zorggebruik.gemeente_code = gebied.gemeente_code
),

met_leeftijd as (
    select
        jeugdige.gebied_code,
        jeugdige.kwartaal_begin,
        client.geslacht_code,
        case
            when client.geboortemaand is not null
                then greatest(
                    (date_diff('month', client.geboortemaand, jeugdige.kwartaal_begin) - 1) // 12, 0
                )
        end as leeftijd
    from jeugdige
    inner join client on jeugdige.client_sleutel = client.client_sleutel
),

met_groep as (
    select
        met_leeftijd.gebied_code,
        met_leeftijd.kwartaal_begin,
        case
            when met_leeftijd.leeftijd is null then 'onbekend' else leeftijd_groep.leeftijd_groep
        end as leeftijd_groep,
        coalesce(geslacht_groep.geslacht_groep, 'onbekend') as geslacht_groep
    from met_leeftijd
    left join leeftijd_groep
        on
            met_leeftijd.leeftijd >= leeftijd_groep.leeftijd_van
            and met_leeftijd.leeftijd <= leeftijd_groep.leeftijd_tot
            and {{ geldt_op('met_leeftijd.kwartaal_begin', 'leeftijd_groep') }}
    left join geslacht_groep
        on
            met_leeftijd.geslacht_code = geslacht_groep.geslacht_code
            and {{ geldt_op('met_leeftijd.kwartaal_begin', 'geslacht_groep') }}
)

select
    gebied_code,
    {{ kwartaal('kwartaal_begin') }} as kwartaal,
    'leeftijd' as kenmerk,
    leeftijd_groep as groep,
    count(*) as aantal_jeugdigen
from met_groep
group by gebied_code, kwartaal_begin, leeftijd_groep
union all
select
    gebied_code,
    {{ kwartaal('kwartaal_begin') }} as kwartaal,
    'geslacht' as kenmerk,
    geslacht_groep as groep,
    count(*) as aantal_jeugdigen
from met_groep
group by gebied_code, kwartaal_begin, geslacht_groep
