-- Grain: request for change (jw317), product that overlaps another product of the request (TR361).
-- Two new products are judged inside the message (TR410). What is to change runs as wanted.
with product as (
    select * from {{ ref('int_bevinding_wijziging_product') }}
),

periode as (
    select
        *,
        coalesce(gewenste_ingang_datum, toegewezen_ingang_datum) as van_datum,
        case
            when klasse = 'OngewijzigdProduct' then toegewezen_eind_datum
            else eind_datum
        end as tot_en_met_datum
    from product
    where klasse = 'NieuwProduct' or is_actueel
),

paar as (
    select
        eerste.aanbieder_agb,
        eerste.gemeente_code,
        eerste.dagtekening_datum,
        eerste.plaats,
        eerste.van_datum <= coalesce(tweede.tot_en_met_datum, date '9999-12-31')
        and tweede.van_datum <= coalesce(eerste.tot_en_met_datum, date '9999-12-31')
            as is_overlap
    from periode as eerste
    inner join periode as tweede
        on
            eerste.bericht_sleutel = tweede.bericht_sleutel
            and eerste.product_categorie_code is not distinct from tweede.product_categorie_code
            and eerste.product_code is not distinct from tweede.product_code
            and (eerste.klasse, eerste.regel_volgnummer) < (tweede.klasse, tweede.regel_volgnummer)
            and not (eerste.klasse = 'NieuwProduct' and tweede.klasse = 'NieuwProduct')
            and not (
                eerste.klasse = 'OngewijzigdProduct' and tweede.klasse = 'OngewijzigdProduct'
            )
)

select
    'TR361' as regel_code,
    'jw317' as bericht,
    aanbieder_agb,
    gemeente_code,
    plaats,
    min(dagtekening_datum) as eerste_gezien
from paar
where is_overlap
group by aanbieder_agb, gemeente_code, plaats
