-- Grain: published group of measures, type_maatregel in it. Every type stands for itself; the types
-- that are a measure also stand in the total of their soort (jb or jr). deling says what adds up to
-- one total.
with maatregel_type as (
    select * from {{ ref('maatregel_type') }}
)

select
    type_maatregel as maatregel,
    type_naam as maatregel_naam,
    maatregel_soort,
    type_maatregel,
    maatregel_soort as deling,
    false as is_totaal
from maatregel_type
union all
select
    maatregel_soort as maatregel,
    case maatregel_soort
        when 'jb' then 'Jeugdbescherming, totaal'
        else 'Jeugdreclassering, totaal'
    end as maatregel_naam,
    maatregel_soort,
    type_maatregel,
    maatregel_soort || ' totaal' as deling,
    true as is_totaal
from maatregel_type
where is_maatregel
