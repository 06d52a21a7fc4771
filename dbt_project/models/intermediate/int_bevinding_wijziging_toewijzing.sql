-- Grain: request for change (jw317), toewijzing of its jeugdige at its aanbieder, as the aanbieder
-- could know it when it asked: the last version sent before that day, or on that day when there is
-- none before (OP095).
with wijziging as (
    select * from {{ ref('stg_ijw__verzoek_wijziging') }}
),

geldig as (
    select * from {{ ref('int_bericht_geldig') }}
),

versie as (
    select * from {{ ref('int_toewijzing_versie') }}
),

reden_wijziging as (
    select * from {{ ref('reden_wijziging') }}
),

verzoek as (
    select distinct
        wijziging.bericht_sleutel,
        wijziging.gemeente_code,
        wijziging.aanbieder_agb,
        wijziging.client_sleutel,
        wijziging.referentie_aanbieder,
        wijziging.dagtekening_datum
    from wijziging
    inner join geldig on wijziging.bericht_sleutel = geldig.bericht_sleutel
),

bekend as (
    select
        verzoek.bericht_sleutel,
        verzoek.gemeente_code,
        verzoek.aanbieder_agb,
        verzoek.referentie_aanbieder,
        verzoek.dagtekening_datum,
        versie.toewijzing_nummer,
        versie.product_categorie_code,
        versie.product_code,
        versie.ingang_datum,
        versie.eind_datum,
        versie.omvang_frequentie_code,
        versie.budget_eurocent,
        versie.dagtekening_datum < verzoek.dagtekening_datum as is_eerder_bekend,
        versie.toewijzing_datum,
        versie.toewijzing_tijd,
        versie.dagtekening_datum as toewijzing_dagtekening_datum,
        bool_or(
            coalesce(
                reden_wijziging.is_verwijdering and versie.ingang_datum = versie.eind_datum, false
            )
        ) over (
            partition by
                verzoek.bericht_sleutel,
                versie.toewijzing_nummer,
                versie.toewijzing_datum,
                versie.toewijzing_tijd
        ) as is_verwijderd
    from verzoek
    inner join versie
        on
            verzoek.gemeente_code = versie.gemeente_code
            and verzoek.aanbieder_agb = versie.aanbieder_agb
            and verzoek.client_sleutel = versie.client_sleutel
            and verzoek.dagtekening_datum >= versie.dagtekening_datum
    left join reden_wijziging
        on versie.reden_wijziging_code = reden_wijziging.reden_wijziging_code
)

select
    bericht_sleutel,
    gemeente_code,
    aanbieder_agb,
    referentie_aanbieder,
    dagtekening_datum,
    toewijzing_nummer,
    product_categorie_code,
    product_code,
    ingang_datum,
    eind_datum,
    omvang_frequentie_code,
    budget_eurocent,
    is_eerder_bekend,
    not is_verwijderd and coalesce(eind_datum >= dagtekening_datum, true) as is_actueel
from bekend
qualify
    row_number() over (
        partition by bericht_sleutel, toewijzing_nummer
        order by
            is_eerder_bekend desc,
            toewijzing_datum desc,
            toewijzing_tijd desc,
            toewijzing_dagtekening_datum desc,
            eind_datum desc
    ) = 1
