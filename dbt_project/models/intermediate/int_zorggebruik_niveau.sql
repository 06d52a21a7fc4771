-- Grain: published area, kwartaal, niveau or total. Not yet suppressed. The niveau is that of the
-- month in care; help of a wijkteam counts on the niveau wijkteam.
with zorggebruik as (
    select * from {{ ref('fct_zorggebruik') }}
),

gebied as (
    select * from {{ ref('int_publicatie_gebied') }}
),

wijkteam as (
    select * from {{ ref('zorgvorm_wijkteam') }}
),

jeugdige as (
    select distinct
        gebied.gebied_code,
        zorggebruik.client_sleutel,
        cast(date_trunc('quarter', zorggebruik.zorgmaand) as date) as kwartaal_begin,
        case
            when wijkteam.zorgvorm is not null then 'wijkteam' else zorggebruik.niveau
        end as niveau
    from zorggebruik
    inner join gebied on zorggebruik.gemeente_code = gebied.gemeente_code
    left join wijkteam
        on
            zorggebruik.zorgvorm = wijkteam.zorgvorm
            and {{ geldt_op('zorggebruik.zorgmaand', 'wijkteam') }}
)

select
    gebied_code,
    {{ kwartaal('kwartaal_begin') }} as kwartaal,
    niveau,
    count(*) as aantal_jeugdigen
from jeugdige
group by gebied_code, kwartaal_begin, niveau
union all
select
    gebied_code,
    {{ kwartaal('kwartaal_begin') }} as kwartaal,
    'totaal' as niveau,
    count(distinct client_sleutel) as aantal_jeugdigen
from jeugdige
group by gebied_code, kwartaal_begin
