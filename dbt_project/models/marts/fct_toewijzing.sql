-- Grain: gemeente_code, toewijzing_nummer: live and current.
with toewijzing as (
    select * from {{ ref('int_toewijzing_actueel') }}
),

toewijzing_verwijzer as (
    select * from {{ ref('int_toewijzing_verwijzer') }}
)

select
    toewijzing.gemeente_code,
    toewijzing.toewijzing_nummer,
    toewijzing.client_sleutel,
    toewijzing.aanbieder_agb,
    toewijzing.product_categorie_code as product_categorie,
    toewijzing.product_code,
    toewijzing.zorgvorm,
    toewijzing.niveau,
    toewijzing_verwijzer.verwijzer_groep,
    toewijzing_verwijzer.verwijzer_type_code,
    toewijzing_verwijzer.route,
    toewijzing.referentie_aanbieder,
    toewijzing_verwijzer.verzoek_datum,
    toewijzing.eerste_toewijzing_datum,
    toewijzing.toewijzing_datum,
    toewijzing.ingang_datum as ingangsdatum,
    toewijzing.eind_datum as einddatum,
    toewijzing.reden_wijziging_code,
    toewijzing.omvang_volume,
    toewijzing.omvang_eenheid_code as omvang_eenheid,
    toewijzing.omvang_frequentie_code as omvang_frequentie,
    toewijzing.budget_eurocent,
    greatest(toewijzing.bekend_sinds, toewijzing_verwijzer.verzoek_datum) as bekend_sinds
from toewijzing
left join toewijzing_verwijzer
    on
        toewijzing.gemeente_code = toewijzing_verwijzer.gemeente_code
        and toewijzing.toewijzing_nummer = toewijzing_verwijzer.toewijzing_nummer
