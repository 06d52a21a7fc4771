-- Grain: verwijzer_groep, with the referrer types that the region shows under it.
with groep as (
    select * from {{ ref('verwijzer_groep') }}
),

verwijzer as (
    select * from {{ ref('verwijzer') }}
),

per_groep as (
    select
        verwijzer_groep,
        string_agg(
            verwijzer_type_code || ' ' || verwijzer_type_naam, '; '
            order by verwijzer_type_code
        ) as verwijzer_typen
    from verwijzer
    group by verwijzer_groep
)

select
    groep.verwijzer_groep,
    groep.verwijzer_groep_naam,
    per_groep.verwijzer_typen,
    groep.volgorde
from groep
left join per_groep
    on groep.verwijzer_groep = per_groep.verwijzer_groep
