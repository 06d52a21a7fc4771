-- Grain: bericht_sleutel, regel_volgnummer. Every version of a toewijzing that counts as sent.
with toewijzing as (
    select * from {{ ref('stg_ijw__toewijzing') }}
),

geldig as (
    select * from {{ ref('int_bericht_geldig') }}
)

select
    toewijzing.bericht_sleutel,
    toewijzing.regel_volgnummer,
    toewijzing.gemeente_code,
    toewijzing.aanbieder_agb,
    toewijzing.bericht_identificatie,
    toewijzing.dagtekening_datum,
    toewijzing.client_sleutel,
    toewijzing.toewijzing_nummer,
    toewijzing.referentie_aanbieder,
    toewijzing.product_categorie_code,
    toewijzing.product_code,
    toewijzing.toewijzing_datum,
    toewijzing.toewijzing_tijd,
    toewijzing.ingang_datum,
    toewijzing.eind_datum,
    toewijzing.reden_wijziging_code,
    toewijzing.omvang_volume,
    toewijzing.omvang_eenheid_code,
    toewijzing.omvang_frequentie_code,
    toewijzing.budget_eurocent
from toewijzing
inner join geldig
    on toewijzing.bericht_sleutel = geldig.bericht_sleutel
