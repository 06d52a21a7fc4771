-- Grain: jaar of care, published area, zorgvorm or total, with a line that does not fit.
with afwijking as (
    select * from {{ ref('fct_declaratie_afwijking') }}
),

gebied as (
    select * from {{ ref('int_publicatie_gebied') }}
),

zorgvorm as (
    select * from {{ ref('int_publicatie_zorgvorm') }}
)

select
    gebied.gebied_code,
    zorgvorm.zorgvorm_groep,
    cast(extract(year from afwijking.zorgmaand) as integer) as jaar,
    {% for soort, kolom in [
        ('buiten_toewijzing', 'is_buiten_toewijzing'),
        ('na_stop', 'is_na_stop'),
        ('tijdens_tijdelijke_stop', 'is_tijdens_tijdelijke_stop'),
    ] -%}
    coalesce(sum(afwijking.ingediend_eurocent) filter (where afwijking.{{ kolom }}), 0)
        as {{ soort }}_eurocent,
    count(distinct afwijking.client_sleutel) filter (where afwijking.{{ kolom }})
        as {{ soort }}_jeugdigen
    {{- ',' if not loop.last }}
    {% endfor %}
from afwijking
inner join gebied on afwijking.gemeente_code = gebied.gemeente_code
inner join zorgvorm on afwijking.zorgvorm = zorgvorm.zorgvorm
group by
    gebied.gebied_code, zorgvorm.zorgvorm_groep, extract(year from afwijking.zorgmaand)
