-- Grain: aanbieder_agb, referentie_aanbieder, gemeente_code of a request to change running care
-- (jw317), open until its gemeente rejects it or grants it (regels 5). All or nothing, so its
-- products share one answer; repeats keep the first request.
with verzoek as (
    select * from {{ ref('stg_ijw__verzoek_wijziging') }}
),

geldig as (
    select * from {{ ref('int_bericht_geldig') }}
),

antwoord as (
    select * from {{ ref('int_verzoek_antwoord') }}
)

select
    verzoek.aanbieder_agb,
    verzoek.referentie_aanbieder,
    verzoek.gemeente_code,
    verzoek.client_sleutel,
    verzoek.reden_verzoek_code,
    verzoek.dagtekening_datum as verzoek_datum,
    coalesce(antwoord.is_in_onderzoek, false) as is_in_onderzoek
from verzoek
inner join geldig
    on verzoek.bericht_sleutel = geldig.bericht_sleutel
left join antwoord
    on
        verzoek.aanbieder_agb = antwoord.aanbieder_agb
        and verzoek.referentie_aanbieder = antwoord.referentie_aanbieder
        and verzoek.gemeente_code = antwoord.gemeente_code
where not coalesce(antwoord.is_afgewezen or antwoord.is_toegekend, false)
qualify
    row_number() over (
        partition by
            verzoek.aanbieder_agb, verzoek.referentie_aanbieder, verzoek.gemeente_code
        order by
            verzoek.dagtekening_datum asc,
            verzoek.bericht_identificatie asc,
            verzoek.regel_volgnummer asc
    ) = 1
