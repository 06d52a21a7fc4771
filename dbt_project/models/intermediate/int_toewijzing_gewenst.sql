-- Grain: gemeente_code, toewijzing_nummer that was granted on a request to change running care
-- (jw317), with the first day that was wanted. Only the first message of a number says what granted
-- it: later ones repeat it with the reference of another request.
with versie as (
    select * from {{ ref('int_toewijzing_versie') }}
),

verzoek as (
    select * from {{ ref('stg_ijw__verzoek_wijziging') }}
),

geldig as (
    select * from {{ ref('int_bericht_geldig') }}
),

gevraagd as (
    select verzoek.*
    from verzoek
    inner join geldig
        on verzoek.bericht_sleutel = geldig.bericht_sleutel
    where verzoek.gewenste_ingang_datum is not null
),

eerste_bericht as (
    select *
    from versie
    qualify
        row_number() over (
            partition by gemeente_code, toewijzing_nummer
            order by
                toewijzing_datum asc,
                toewijzing_tijd asc,
                dagtekening_datum asc,
                bericht_identificatie asc,
                regel_volgnummer asc
        ) = 1
)

select
    eerste_bericht.gemeente_code,
    eerste_bericht.toewijzing_nummer,
    gevraagd.gewenste_ingang_datum
from eerste_bericht
inner join gevraagd
    on
        eerste_bericht.gemeente_code = gevraagd.gemeente_code
        and eerste_bericht.aanbieder_agb = gevraagd.aanbieder_agb
        and eerste_bericht.referentie_aanbieder = gevraagd.referentie_aanbieder
        and eerste_bericht.toewijzing_nummer is distinct from gevraagd.toewijzing_nummer
-- A request may hold more products: first the one that is asked for by name, then the earliest.
qualify
    row_number() over (
        partition by eerste_bericht.gemeente_code, eerste_bericht.toewijzing_nummer
        order by
            (
                eerste_bericht.product_categorie_code = gevraagd.product_categorie_code
                and eerste_bericht.product_code is not distinct from gevraagd.product_code
            ) desc nulls last,
            gevraagd.gewenste_ingang_datum asc
    ) = 1
