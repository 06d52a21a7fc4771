-- Grain: gemeente_code, toewijzing_nummer. The current version; deleted is never sent.
with laatste_versie as (
    select * from {{ ref('int_toewijzing_laatste_versie') }}
),

product as (
    select * from {{ ref('int_product_op_datum') }}
)

select
    laatste_versie.gemeente_code,
    laatste_versie.toewijzing_nummer,
    laatste_versie.client_sleutel,
    laatste_versie.aanbieder_agb,
    laatste_versie.product_categorie_code,
    laatste_versie.product_code,
    product.zorgvorm,
    product.zorgvorm_groep,
    product.niveau,
    laatste_versie.eerste_toewijzing_datum,
    laatste_versie.toewijzing_datum,
    laatste_versie.ingang_datum,
    laatste_versie.eind_datum,
    laatste_versie.reden_wijziging_code,
    laatste_versie.omvang_volume,
    laatste_versie.omvang_eenheid_code,
    laatste_versie.omvang_frequentie_code,
    laatste_versie.budget_eurocent,
    laatste_versie.referentie_aanbieder,
    laatste_versie.bekend_sinds
from laatste_versie
left join product
    on
        laatste_versie.product_categorie_code is not distinct from product.product_categorie_code
        and laatste_versie.product_code is not distinct from product.product_code
        and laatste_versie.ingang_datum = product.datum
where not laatste_versie.is_verwijderd
