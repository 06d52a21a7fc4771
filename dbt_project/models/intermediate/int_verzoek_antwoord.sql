-- Grain: aanbieder_agb, referentie_aanbieder, gemeente_code that was answered: rejected or under
-- investigation by a jw319, granted by a toewijzing that names the request, also when that
-- toewijzing was deleted later (regels 5).
with versie as (
    select * from {{ ref('int_toewijzing_versie') }}
),

antwoord as (
    select * from {{ ref('stg_ijw__antwoord') }}
),

geldig as (
    select * from {{ ref('int_bericht_geldig') }}
),

soort_antwoord as (
    select * from {{ ref('verzoek_antwoord') }}
),

beantwoord as (
    select
        antwoord.aanbieder_agb,
        antwoord.referentie_aanbieder,
        antwoord.gemeente_code,
        soort_antwoord.is_afwijzing as is_afgewezen,
        not soort_antwoord.is_afwijzing as is_in_onderzoek,
        false as is_toegekend
    from antwoord
    inner join geldig
        on antwoord.bericht_sleutel = geldig.bericht_sleutel
    inner join soort_antwoord
        on antwoord.verzoek_antwoord_code = soort_antwoord.verzoek_antwoord_code
    union all
    -- A later request may put another reference on the same number: look over all its versions.
    select
        aanbieder_agb,
        referentie_aanbieder,
        gemeente_code,
        false as is_afgewezen,
        false as is_in_onderzoek,
        true as is_toegekend
    from versie
    where referentie_aanbieder is not null
)

select
    aanbieder_agb,
    referentie_aanbieder,
    gemeente_code,
    bool_or(is_afgewezen) as is_afgewezen,
    bool_or(is_in_onderzoek) as is_in_onderzoek,
    bool_or(is_toegekend) as is_toegekend
from beantwoord
group by aanbieder_agb, referentie_aanbieder, gemeente_code
