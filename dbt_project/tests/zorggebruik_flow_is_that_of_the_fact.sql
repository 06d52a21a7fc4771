-- On the level of one gemeente and one zorgvorm the flows are those of the fact, month by month.
with telling as (
    select * from {{ ref('int_zorggebruik_kwartaal') }}
),

zorggebruik as (
    select * from {{ ref('fct_zorggebruik') }}
),

feit as (
    select
        gemeente_code,
        zorgvorm,
        cast(date_trunc('quarter', zorgmaand) as date) as kwartaal_begin,
        count_if(is_instroom) as aantal_keer_instroom,
        count_if(is_uitstroom) as aantal_keer_uitstroom
    from zorggebruik
    group by gemeente_code, zorgvorm, date_trunc('quarter', zorgmaand)
)

select
    telling.gebied_code,
    telling.zorgvorm_groep,
    telling.kwartaal
from telling
inner join feit
    on
        telling.gebied_code = feit.gemeente_code
        and telling.zorgvorm_groep = feit.zorgvorm
        and telling.kwartaal_begin = feit.kwartaal_begin
where
    telling.aantal_keer_instroom != feit.aantal_keer_instroom
    or telling.aantal_keer_uitstroom != feit.aantal_keer_uitstroom
