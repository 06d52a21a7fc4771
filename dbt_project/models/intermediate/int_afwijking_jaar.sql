-- Grain: jaar of care, published area, zorgvorm or total, with a line that does not fit.
with afwijking as (
    select * from {{ ref('fct_declaratie_afwijking') }}
),

gebied as (
    select * from {{ ref('int_publicatie_gebied') }}
),

zorgvorm as (
    select * from {{ ref('int_publicatie_zorgvorm') }}
),

per_gebied as (
    select
        gebied.gebied_code,
        zorgvorm.zorgvorm_groep,
        cast(extract(year from afwijking.zorgmaand) as integer) as jaar,
        afwijking.client_sleutel,
        afwijking.ingediend_eurocent,
        afwijking.is_buiten_toewijzing,
        afwijking.is_na_stop,
        afwijking.is_tijdens_tijdelijke_stop
    from afwijking
    inner join gebied on afwijking.gemeente_code = gebied.gemeente_code
    inner join zorgvorm on afwijking.zorgvorm = zorgvorm.zorgvorm
)

select
    jaar,
    gebied_code,
    zorgvorm_groep,
    coalesce(sum(ingediend_eurocent) filter (where is_buiten_toewijzing), 0)
        as buiten_toewijzing_eurocent,
    count(distinct client_sleutel) filter (where is_buiten_toewijzing)
        as buiten_toewijzing_jeugdigen,
    coalesce(sum(ingediend_eurocent) filter (where is_na_stop), 0) as na_stop_eurocent,
    count(distinct client_sleutel) filter (where is_na_stop) as na_stop_jeugdigen,
    coalesce(sum(ingediend_eurocent) filter (where is_tijdens_tijdelijke_stop), 0)
        as tijdens_tijdelijke_stop_eurocent,
    count(distinct client_sleutel) filter (where is_tijdens_tijdelijke_stop)
        as tijdens_tijdelijke_stop_jeugdigen
from per_gebied
group by jaar, gebied_code, zorgvorm_groep
