-- Grain: product in a request for change (jw317), beside the toewijzing that it names.
with wijziging as (
    select * from {{ ref('stg_ijw__verzoek_wijziging') }}
),

geldig as (
    select * from {{ ref('int_bericht_geldig') }}
),

toewijzing as (
    select * from {{ ref('int_bevinding_wijziging_toewijzing') }}
)

select
    wijziging.bericht_sleutel,
    wijziging.regel_volgnummer,
    wijziging.gemeente_code,
    wijziging.aanbieder_agb,
    wijziging.dagtekening_datum,
    wijziging.klasse,
    wijziging.toewijzing_nummer,
    wijziging.gewenste_ingang_datum,
    wijziging.eind_datum,
    wijziging.omvang_volume,
    wijziging.omvang_frequentie_code,
    wijziging.budget_eurocent,
    coalesce(toewijzing.is_actueel, false) as is_actueel,
    toewijzing.ingang_datum as toegewezen_ingang_datum,
    toewijzing.eind_datum as toegewezen_eind_datum,
    toewijzing.omvang_frequentie_code as toegewezen_frequentie_code,
    toewijzing.budget_eurocent as toegewezen_budget_eurocent,
    coalesce(wijziging.product_categorie_code, toewijzing.product_categorie_code)
        as product_categorie_code,
    coalesce(wijziging.product_code, toewijzing.product_code) as product_code,
    'gemeente ' || wijziging.gemeente_code
    || ', verzoek ' || wijziging.referentie_aanbieder
    || coalesce(
        ', toewijzing ' || wijziging.toewijzing_nummer,
        ', nieuw product ' || coalesce(wijziging.product_categorie_code, '-')
        || ' ' || coalesce(wijziging.product_code, '-')
        || ' per ' || wijziging.gewenste_ingang_datum
    ) as plaats
from wijziging
inner join geldig on wijziging.bericht_sleutel = geldig.bericht_sleutel
left join toewijzing
    on
        wijziging.bericht_sleutel = toewijzing.bericht_sleutel
        and wijziging.toewijzing_nummer = toewijzing.toewijzing_nummer
