-- Grain: deleted toewijzing with lines that the gemeente had granted before and that were never
-- credited (TR385). A line that it granted later is wrong itself (TR384).
with regel as (
    select *
    from {{ ref('int_bevinding_regel') }}
    where is_toewijzing_bekend
)

select
    'TR385' as regel_code,
    'jw301' as bericht,
    toegewezen_aanbieder_agb as aanbieder_agb,
    gemeente_code,
    'gemeente ' || gemeente_code || ', toewijzing ' || toewijzing_nummer as plaats,
    min(toewijzing_bekend_sinds) as eerste_gezien
from regel
where is_toegekend_voor_verwijdering
group by toegewezen_aanbieder_agb, gemeente_code, toewijzing_nummer
