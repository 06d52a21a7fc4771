-- Grain: published area, kwartaal up to that of the peildatum. What every table of use per kwartaal
-- needs to know of it: do the messages say anything, for how many inhabitants, how complete.
with gebied_maand as (
    select * from {{ ref('int_publicatie_maand') }}
),

bevolking as (
    select * from {{ ref('int_publicatie_bevolking') }}
),

volledigheid as (
    select * from {{ ref('int_volledigheid_periode') }}
),

gebied_kwartaal as (
    select
        gebied_code,
        gebied_naam,
        {{ kwartaal('zorgmaand') }} as kwartaal,
        min(zorgmaand) as eerste_maand,
        max(zorgmaand) as laatste_maand,
        bool_or(is_zorggebruik_bekend) as is_bekend
    from gebied_maand
    group by gebied_code, gebied_naam, {{ kwartaal('zorgmaand') }}
),

eerste_kwartaal as (
    select
        gebied_code,
        min(kwartaal) as kwartaal
    from gebied_kwartaal
    where is_bekend
    group by gebied_code
)

select
    gebied_kwartaal.gebied_code,
    gebied_kwartaal.gebied_naam,
    gebied_kwartaal.kwartaal,
    gebied_kwartaal.eerste_maand,
    gebied_kwartaal.laatste_maand,
    gebied_kwartaal.is_bekend,
    -- before the first kwartaal nothing is known: who began in it cannot be told
    coalesce(gebied_kwartaal.kwartaal = eerste_kwartaal.kwartaal, false) as is_eerste_kwartaal,
    bevolking.bevolking_0_17,
    case
        when bevolking.bevolking_0_17 is null then 'ontbreekt' else 'waarde'
    end as bevolking_status,
    volledigheid.volledigheid_percentage
from gebied_kwartaal
left join eerste_kwartaal on gebied_kwartaal.gebied_code = eerste_kwartaal.gebied_code
left join bevolking
    on
        gebied_kwartaal.gebied_code = bevolking.gebied_code
        and extract(year from gebied_kwartaal.laatste_maand) = bevolking.jaar
left join volledigheid
    on
        gebied_kwartaal.gebied_code = volledigheid.gebied_code
        and gebied_kwartaal.kwartaal = volledigheid.periode
        and volledigheid.bron = 'ijw_begin'
