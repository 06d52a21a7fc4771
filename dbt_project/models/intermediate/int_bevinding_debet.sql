-- Grain: line that stands beside an earlier one for the same toewijzing, period and product
-- (TR389).
with regel as (
    select * from {{ ref('int_bevinding_regel') }}
),

genummerd as (
    select
        *,
        row_number() over (
            partition by
                gemeente_code,
                toewijzing_nummer,
                product_periode_begin_datum,
                product_periode_eind_datum,
                product_categorie_code,
                product_code
            order by dagtekening_datum asc, aanbieder_agb asc, referentie_nummer asc
        ) as volgnummer
    from regel
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
