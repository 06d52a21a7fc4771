-- Grain: published area, kwartaal. Its first day, and its last day or the peildatum when that comes
-- first: the day at which running care is counted. Says whether the messages tell about it, and
-- whether it is the first of which they do: what ran already seems to begin in it.
with maand as (
    select * from {{ ref('int_publicatie_maand') }}
),

peil as (
    select * from {{ ref('int_peildatum') }}
),

per_kwartaal as (
    select
        gebied_code,
        gebied_naam,
        {{ kwartaal('zorgmaand') }} as kwartaal,
        cast(extract(year from zorgmaand) as bigint) as jaar,
        cast(date_trunc('quarter', zorgmaand) as date) as eerste_dag,
        bool_or(is_zorggebruik_bekend) as is_bekend
    from maand
    group by
        gebied_code,
        gebied_naam,
        {{ kwartaal('zorgmaand') }},
        cast(extract(year from zorgmaand) as bigint),
        cast(date_trunc('quarter', zorgmaand) as date)
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
    per_kwartaal.jaar,
    per_kwartaal.eerste_dag,
    least(
        cast(per_kwartaal.eerste_dag + interval 3 month - interval 1 day as date), peil.peildatum
    ) as teldag,
    per_kwartaal.is_bekend,
    coalesce(per_kwartaal.kwartaal = eerste_kwartaal.kwartaal, false) as is_eerste_kwartaal,
    peil.peildatum
from per_kwartaal
cross join peil
left join eerste_kwartaal on per_kwartaal.gebied_code = eerste_kwartaal.gebied_code
