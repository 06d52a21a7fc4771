-- Grain: aanbieder_agb, referentie_aanbieder, gemeente_code. The same need may be asked of a second
-- gemeente under the same reference (woonplaatsbeginsel); repeats keep the first request.
with verzoek as (
    select * from {{ ref('stg_ijw__verzoek') }}
),

geldig as (
    select * from {{ ref('int_bericht_geldig') }}
),

product as (
    select * from {{ ref('int_product_op_datum') }}
)

select
    verzoek.aanbieder_agb,
    verzoek.referentie_aanbieder,
    verzoek.gemeente_code,
    verzoek.client_sleutel,
    verzoek.product_categorie_code,
    verzoek.product_code,
    product.zorgvorm,
    product.zorgvorm_groep,
    product.niveau,
    verzoek.dagtekening_datum as verzoek_datum,
    verzoek.toewijzing_ingang_datum as ingang_datum,
    verzoek.toewijzing_eind_datum as eind_datum,
    verzoek.verwijzer_type_code
from verzoek
inner join geldig
    on verzoek.bericht_sleutel = geldig.bericht_sleutel
left join product
    on
        verzoek.product_categorie_code is not distinct from product.product_categorie_code
        and verzoek.product_code is not distinct from product.product_code
        and verzoek.toewijzing_ingang_datum = product.datum
qualify
    row_number() over (
        partition by
            verzoek.aanbieder_agb, verzoek.referentie_aanbieder, verzoek.gemeente_code
        order by
            verzoek.dagtekening_datum asc,
            verzoek.bericht_identificatie asc,
            verzoek.regel_volgnummer asc
    ) = 1
