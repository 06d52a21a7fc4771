-- Grain: published group of stay, soort in it. Every soort stands for itself, in its group
-- (gezinsvorm or residentieel), and when it is an out-of-home placement in the total. niveau says
-- which episodes join into one stay at that level.
with soort as (
    select * from {{ ref('uithuisplaatsing_soort') }}
)

select
    soort as verblijf,
    soort_naam as verblijf_naam,
    'soort' as niveau,
    soort_groep as deling,
    soort
from soort
union all
select
    'alle_' || soort_groep as verblijf,
    case soort_groep
        when 'gezinsvorm' then 'Gezinsvormen samen'
        else 'Residentieel en gesloten samen'
    end as verblijf_naam,
    'soort_groep' as niveau,
    'totaal' as deling,
    soort
from soort
where is_uithuisplaatsing
union all
select
    'totaal' as verblijf,
    'Totaal uithuisplaatsingen' as verblijf_naam,
    'totaal' as niveau,
    'geen' as deling,
    soort
from soort
where is_uithuisplaatsing
