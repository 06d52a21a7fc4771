-- Grain: published hulpvorm, hulpvorm in it. Every hulpvorm stands for itself, in its group (with
-- or without verblijf) and in the total.
with hulpvorm as (
    select * from {{ ref('bij_hulpvorm') }}
),

groep as (
    select * from {{ ref('bij_groep') }}
)

select
    bij_hulpvorm_code as hulpvorm,
    bij_hulpvorm_naam as hulpvorm_naam,
    false as is_groep,
    volgorde,
    bij_hulpvorm_code
from hulpvorm
union all
select
    groep.bij_groep as hulpvorm,
    groep.bij_groep_naam as hulpvorm_naam,
    true as is_groep,
    groep.volgorde,
    hulpvorm.bij_hulpvorm_code
from groep
inner join hulpvorm on groep.bij_groep in (hulpvorm.bij_groep, 'totaal')
