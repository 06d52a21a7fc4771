-- Grain: as int_verzoek_geldig. A request is open until it is rejected or a toewijzing names it
-- (regels 5); a toewijzing that was deleted later has answered it all the same.
with verzoek as (
    select * from {{ ref('int_verzoek_geldig') }}
),

versie as (
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

-- A later request may put another reference on the same number: look over all its versions.
toegekend as (
    select distinct
        versie.aanbieder_agb,
        versie.referentie_aanbieder
    from versie
    where versie.referentie_aanbieder is not null
),

afgewezen as (
    select distinct
        antwoord.aanbieder_agb,
        antwoord.referentie_aanbieder,
        antwoord.gemeente_code
    from antwoord
    inner join geldig
        on antwoord.bericht_sleutel = geldig.bericht_sleutel
    inner join soort_antwoord
        on antwoord.verzoek_antwoord_code = soort_antwoord.verzoek_antwoord_code
    where soort_antwoord.is_afwijzing
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
    verzoek.verwijzer_type_code
from verzoek
left join toegekend
    on
        verzoek.aanbieder_agb = toegekend.aanbieder_agb
        and verzoek.referentie_aanbieder = toegekend.referentie_aanbieder
left join afgewezen
    on
        verzoek.aanbieder_agb = afgewezen.aanbieder_agb
        and verzoek.referentie_aanbieder = afgewezen.referentie_aanbieder
        and verzoek.gemeente_code = afgewezen.gemeente_code
where toegekend.referentie_aanbieder is null and afgewezen.referentie_aanbieder is null
