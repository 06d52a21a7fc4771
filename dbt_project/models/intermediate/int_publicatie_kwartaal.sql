-- Grain: published area, kwartaal up to that of the peildatum. What every table per kwartaal needs
-- to know of it: its first day, the day at which running care is counted (its last, or the
-- peildatum when that comes first), whether the messages say anything, for how many inhabitants,
-- how complete.
with maand as (
    select * from {{ ref('int_publicatie_maand') }}
),

bevolking as (
    select * from {{ ref('int_publicatie_bevolking') }}
),

volledigheid as (
    select *
    from {{ ref('int_volledigheid_periode') }}
    where bron = 'ijw_begin'
),

peil as (
    select * from {{ ref('int_peildatum') }}
),

per_kwartaal as (
    select
        gebied_code,
        gebied_naam,
        {{ kwartaal('zorgmaand') }} as kwartaal,
        min(zorgmaand) as eerste_maand,
        max(zorgmaand) as laatste_maand,
        cast(date_trunc('quarter', min(zorgmaand)) as date) as eerste_dag,
        bool_or(is_zorggebruik_bekend) as is_bekend
    from maand
    group by gebied_code, gebied_naam, {{ kwartaal('zorgmaand') }}
),

eerste_kwartaal as (
    select
        gebied_code,
        min(kwartaal) as kwartaal
    from per_kwartaal
    where is_bekend
    group by gebied_code
)

select
    per_kwartaal.gebied_code,
    per_kwartaal.gebied_naam,
    per_kwartaal.kwartaal,
    cast(extract(year from per_kwartaal.eerste_dag) as bigint) as jaar,
    per_kwartaal.eerste_maand,
    per_kwartaal.laatste_maand,
    per_kwartaal.eerste_dag,
    least(
        cast(per_kwartaal.eerste_dag + interval 3 month - interval 1 day as date), peil.peildatum
    ) as teldag,
    per_kwartaal.is_bekend,
    -- before the first kwartaal nothing is known: who or what began in it cannot be told
    coalesce(per_kwartaal.kwartaal = eerste_kwartaal.kwartaal, false) as is_eerste_kwartaal,
    bevolking.bevolking_0_17,
    case
        when bevolking.bevolking_0_17 is null then 'ontbreekt' else 'waarde'
    end as bevolking_status,
    volledigheid.volledigheid_percentage,
    peil.peildatum
from per_kwartaal
cross join peil
left join eerste_kwartaal on per_kwartaal.gebied_code = eerste_kwartaal.gebied_code
left join bevolking
    on
        per_kwartaal.gebied_code = bevolking.gebied_code
        and extract(year from per_kwartaal.eerste_dag) = bevolking.jaar
left join volledigheid
    on
        per_kwartaal.gebied_code = volledigheid.gebied_code
        and per_kwartaal.kwartaal = volledigheid.periode
