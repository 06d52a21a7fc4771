-- Grain: as int_verzoek_geldig. A request is open until its gemeente rejects it or a toewijzing
-- names it, of whatever gemeente (regels 5).
with verzoek as (
    select * from {{ ref('int_verzoek_geldig') }}
),

antwoord as (
    select * from {{ ref('int_verzoek_antwoord') }}
),

toegekend as (
    select distinct
        aanbieder_agb,
        referentie_aanbieder
    from antwoord
    where is_toegekend
)

select
    verzoek.aanbieder_agb,
    verzoek.referentie_aanbieder,
    verzoek.gemeente_code,
    verzoek.client_sleutel,
    verzoek.product_categorie_code,
    verzoek.product_code,
    verzoek.zorgvorm,
    verzoek.zorgvorm_groep,
    verzoek.niveau,
    verzoek.verzoek_datum,
    verzoek.ingang_datum,
    verzoek.eind_datum,
    verzoek.verwijzer_type_code,
    coalesce(antwoord.is_in_onderzoek, false) as is_in_onderzoek
from verzoek
left join antwoord
    on
        verzoek.aanbieder_agb = antwoord.aanbieder_agb
        and verzoek.referentie_aanbieder = antwoord.referentie_aanbieder
        and verzoek.gemeente_code = antwoord.gemeente_code
left join toegekend
    on
        verzoek.aanbieder_agb = toegekend.aanbieder_agb
        and verzoek.referentie_aanbieder = toegekend.referentie_aanbieder
where toegekend.referentie_aanbieder is null and not coalesce(antwoord.is_afgewezen, false)
