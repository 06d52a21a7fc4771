-- Where every zorgvorm of an area and zorgmaand is published, they add up to the published total.
with kosten as (
    select * from {{ ref('kosten_maand') }}
),

per_groep as (
    select
        zorgmaand,
        gemeente_code,
        sum(case when zorgvorm = 'totaal' then kosten_euro else 0 end) as totaal_euro,
        sum(case when zorgvorm = 'totaal' then 0 else kosten_euro end) as som_euro,
        bool_and(kosten_euro_status = 'waarde') as is_volledig
    from kosten
    group by zorgmaand, gemeente_code
)

select
    zorgmaand,
    gemeente_code,
    totaal_euro,
    som_euro
from per_groep
where is_volledig and totaal_euro != som_euro
