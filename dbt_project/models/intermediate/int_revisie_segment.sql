-- Grain: the key of a start; its care as known now beside that of the earlier stand.
with nu as (
    select * from {{ ref('int_zorgsegment') }}
),

toen as (
    select * from {{ ref('stg_stand__zorgsegment') }}
)

select
    coalesce(nu.client_sleutel, toen.client_sleutel) as client_sleutel,
    coalesce(nu.gemeente_code, toen.gemeente_code) as gemeente_code,
    coalesce(nu.begin_datum, toen.begin_datum) as begin_datum,
    nu.zorgvorm,
    nu.zorg_eind_datum as eind_datum,
    toen.zorgvorm as zorgvorm_toen,
    toen.zorg_eind_datum as eind_datum_toen,
    case
        when nu.zorgvorm is null or toen.zorgvorm is null then 'geen'
        when nu.zorgvorm <> toen.zorgvorm then 'andere_zorgvorm'
        when
            coalesce(nu.eind_datum, date '9999-12-31')
            = coalesce(toen.eind_datum, date '9999-12-31')
            then 'zelfde_stop'
        else 'andere_stop'
    end as andere_kant
from nu
full join toen
    on
        nu.gemeente_code = toen.gemeente_code
        and nu.aanbieder_agb = toen.aanbieder_agb
        and nu.client_sleutel = toen.client_sleutel
        and nu.begin_datum = toen.begin_datum
        and nu.toewijzing_nummer is not distinct from toen.toewijzing_nummer
        and nu.product_categorie_code is not distinct from toen.product_categorie_code
        and nu.product_code is not distinct from toen.product_code
