-- In no sum of the published table, over causes, zorgvormen or gemeenten, exactly one figure is
-- withheld: it would follow from the others.
with revisie as (
    select * from {{ ref('revisie') }}
),

som as (
    select
        concat_ws('/', jaar, gemeente_code, zorgvorm) as som_sleutel,
        verschil_kosten_euro_status,
        verschil_jeugdigenmaanden_status
    from revisie
    union all
    select
        concat_ws('/', 'oorzaak', jaar, gemeente_code, oorzaak) as som_sleutel,
        verschil_kosten_euro_status,
        verschil_jeugdigenmaanden_status
    from revisie
    union all
    select
        concat_ws('/', 'gemeente', jaar, zorgvorm, oorzaak) as som_sleutel,
        verschil_kosten_euro_status,
        verschil_jeugdigenmaanden_status
    from revisie
)

select som_sleutel
from som
group by som_sleutel
having
    sum(case when verschil_kosten_euro_status = 'onderdrukt' then 1 else 0 end) = 1
    or sum(case when verschil_jeugdigenmaanden_status = 'onderdrukt' then 1 else 0 end) = 1
