-- Grain: gemeente_code, toewijzing_nummer, client_sleutel, zorgvorm, niveau, bekostiging,
-- zorgmaand. What the declared care of one toewijzing cost in one month, credits off.
with regel as (
    select * from {{ ref('fct_declaratieregel') }}
),

soort as (
    select * from {{ ref('int_kosten_soort') }}
),

declaratie_status as (
    select * from {{ ref('declaratie_status') }}
),

per_maand as (
    select
        regel.gemeente_code,
        regel.toewijzing_nummer,
        regel.client_sleutel,
        regel.zorgvorm,
        regel.niveau,
        regel.bekostiging,
        regel.zorgmaand,
        sum(regel.ingediend_eurocent) as kosten_eurocent
    from regel
    inner join declaratie_status on regel.status = declaratie_status.status
    where declaratie_status.telt_als_kosten
    group by
        regel.gemeente_code,
        regel.toewijzing_nummer,
        regel.client_sleutel,
        regel.zorgvorm,
        regel.niveau,
        regel.bekostiging,
        regel.zorgmaand
)

select
    per_maand.gemeente_code,
    per_maand.toewijzing_nummer,
    per_maand.client_sleutel,
    per_maand.zorgvorm,
    per_maand.niveau,
    per_maand.bekostiging,
    per_maand.zorgmaand,
    soort.kosten_soort,
    soort.begroting_categorie,
    cast(per_maand.kosten_eurocent as bigint) as kosten_eurocent
from per_maand
left join soort
    on
        per_maand.bekostiging = soort.bekostiging
        and per_maand.zorgvorm = soort.zorgvorm
        and per_maand.niveau = soort.niveau
        and per_maand.zorgmaand = soort.zorgmaand
