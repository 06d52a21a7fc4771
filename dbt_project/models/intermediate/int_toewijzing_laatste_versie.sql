-- Grain: gemeente_code, toewijzing_nummer, deleted ones included. Order of receipt means nothing:
-- the highest (toewijzing_datum, toewijzing_tijd) is current (IV013). Of two versions of one moment
-- that differ (W005) the one sent last counts, and of one day the one with a reason to change.
with versie as (
    select * from {{ ref('int_toewijzing_versie') }}
),

reden_wijziging as (
    select * from {{ ref('reden_wijziging') }}
),

gerangschikt as (
    select
        versie.*,
        row_number() over nieuwste_eerst as rangnummer,
        min(versie.toewijzing_datum) over nummer as eerste_toewijzing_datum,
        -- Only the first grant names the request (IV097).
        last_value(versie.referentie_aanbieder ignore nulls) over nieuwste_eerst
            as eerste_referentie_aanbieder,
        -- Only the version that changes something gives a reason (IV099).
        first_value(versie.reden_wijziging_code ignore nulls) over nieuwste_eerst
            as laatste_reden_wijziging_code,
        -- An unchanged repeat leaves the reason out, but is the same decision.
        bool_or(reden_wijziging.is_verwijdering) over besluit as is_verwijdering,
        -- A repeat tells nothing new: known since the first message with this content.
        min(versie.dagtekening_datum) over besluit as bekend_sinds
    from versie
    left join reden_wijziging
        on versie.reden_wijziging_code = reden_wijziging.reden_wijziging_code
    window
        nummer as (partition by versie.gemeente_code, versie.toewijzing_nummer),
        nieuwste_eerst as (
            partition by versie.gemeente_code, versie.toewijzing_nummer
            order by
                versie.toewijzing_datum desc,
                versie.toewijzing_tijd desc,
                versie.dagtekening_datum desc,
                (versie.reden_wijziging_code is not null) desc,
                versie.bericht_identificatie desc,
                versie.aanbieder_agb desc,
                versie.regel_volgnummer desc
            rows between unbounded preceding and unbounded following
        ),
        besluit as (
            partition by
                versie.gemeente_code,
                versie.toewijzing_nummer,
                versie.toewijzing_datum,
                versie.toewijzing_tijd,
                versie.aanbieder_agb,
                versie.client_sleutel,
                versie.product_categorie_code,
                versie.product_code,
                versie.ingang_datum,
                versie.eind_datum,
                versie.omvang_volume,
                versie.omvang_eenheid_code,
                versie.omvang_frequentie_code,
                versie.budget_eurocent
        )
)

select
    gemeente_code,
    toewijzing_nummer,
    client_sleutel,
    aanbieder_agb,
    product_categorie_code,
    product_code,
    eerste_toewijzing_datum,
    toewijzing_datum,
    toewijzing_tijd,
    ingang_datum,
    eind_datum,
    laatste_reden_wijziging_code as reden_wijziging_code,
    omvang_volume,
    omvang_eenheid_code,
    omvang_frequentie_code,
    budget_eurocent,
    eerste_referentie_aanbieder as referentie_aanbieder,
    bekend_sinds,
    -- Equal dates alone are a toewijzing of one day; the reason says that it is deleted (CS335).
    coalesce(is_verwijdering and eind_datum = ingang_datum, false) as is_verwijderd
from gerangschikt
where rangnummer = 1
