-- Grain: line that stands beside an earlier one for the same toewijzing, period and product
-- (TR389).
with regel as (
    select * from {{ ref('int_bevinding_regel') }}
),

-- hardly any
dubbel as (
    select
        gemeente_code,
        toewijzing_nummer,
        product_periode_begin_datum,
        product_periode_eind_datum,
        product_categorie_code,
        product_code
    from regel
    group by
        gemeente_code,
        toewijzing_nummer,
        product_periode_begin_datum,
        product_periode_eind_datum,
        product_categorie_code,
        product_code
    having count(*) > 1
),

genummerd as (
    select
        regel.aanbieder_agb,
        regel.gemeente_code,
        regel.plaats,
        regel.dagtekening_datum,
        row_number() over (
            partition by
                regel.gemeente_code,
                regel.toewijzing_nummer,
                regel.product_periode_begin_datum,
                regel.product_periode_eind_datum,
                regel.product_categorie_code,
                regel.product_code
            order by
                regel.dagtekening_datum asc,
                regel.aanbieder_agb asc,
                regel.referentie_nummer asc
        ) as volgnummer
    from regel
    inner join dubbel
        on
            regel.gemeente_code = dubbel.gemeente_code
            and regel.toewijzing_nummer = dubbel.toewijzing_nummer
            and regel.product_periode_begin_datum = dubbel.product_periode_begin_datum
            and regel.product_periode_eind_datum = dubbel.product_periode_eind_datum
            and regel.product_categorie_code = dubbel.product_categorie_code
            and regel.product_code = dubbel.product_code
)

select
    'TR389' as regel_code,
    'jw323' as bericht,
    aanbieder_agb,
    gemeente_code,
    plaats,
    dagtekening_datum as eerste_gezien
from genummerd
where volgnummer > 1
