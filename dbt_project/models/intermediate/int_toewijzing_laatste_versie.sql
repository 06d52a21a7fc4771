-- Grain: gemeente_code, toewijzing_nummer, deleted ones included. Order of receipt means nothing:
-- the highest (toewijzing_datum, toewijzing_tijd) is current (IV013).
with versie as (
    select * from {{ ref('int_toewijzing_versie') }}
),

reden_wijziging as (
    select * from {{ ref('reden_wijziging') }}
),

gerangschikt as (
    select
        *,
        row_number() over (
            partition by gemeente_code, toewijzing_nummer
            order by
                toewijzing_datum desc,
                toewijzing_tijd desc,
                dagtekening_datum desc,
                bericht_identificatie desc,
                bericht_sleutel desc,
                regel_volgnummer desc
        ) as rangnummer,
        min(toewijzing_datum) over (
            partition by gemeente_code, toewijzing_nummer
        ) as eerste_toewijzing_datum,
        -- Only the first grant names the request (IV097).
        first_value(referentie_aanbieder ignore nulls) over (
            partition by gemeente_code, toewijzing_nummer
            order by
                toewijzing_datum asc,
                toewijzing_tijd asc,
                dagtekening_datum asc,
                bericht_identificatie asc,
                bericht_sleutel asc,
                regel_volgnummer asc
            rows between unbounded preceding and unbounded following
        ) as eerste_referentie_aanbieder,
        -- An unchanged repeat leaves the reason out (IV099), but is the same decision.
        max(reden_wijziging_code) over (
            partition by gemeente_code, toewijzing_nummer, toewijzing_datum, toewijzing_tijd
        ) as reden_van_besluit_code,
        -- A repeat tells nothing new: known since the first message with this content.
        min(dagtekening_datum) over (
            partition by
                gemeente_code,
                toewijzing_nummer,
                toewijzing_datum,
                toewijzing_tijd,
                aanbieder_agb,
                client_sleutel,
                product_categorie_code,
                product_code,
                ingang_datum,
                eind_datum,
                omvang_volume,
                omvang_eenheid_code,
                omvang_frequentie_code,
                budget_eurocent
        ) as bekend_sinds
    from versie
)

select
    gerangschikt.gemeente_code,
    gerangschikt.toewijzing_nummer,
    gerangschikt.client_sleutel,
    gerangschikt.aanbieder_agb,
    gerangschikt.product_categorie_code,
    gerangschikt.product_code,
    gerangschikt.eerste_toewijzing_datum,
    gerangschikt.toewijzing_datum,
    gerangschikt.toewijzing_tijd,
    gerangschikt.ingang_datum,
    gerangschikt.eind_datum,
    gerangschikt.reden_van_besluit_code as reden_wijziging_code,
    gerangschikt.omvang_volume,
    gerangschikt.omvang_eenheid_code,
    gerangschikt.omvang_frequentie_code,
    gerangschikt.budget_eurocent,
    gerangschikt.eerste_referentie_aanbieder as referentie_aanbieder,
    gerangschikt.bekend_sinds,
    -- Equal dates alone are a toewijzing of one day; the reason says that it is deleted (CS335).
    coalesce(
        reden_wijziging.is_verwijdering and gerangschikt.eind_datum = gerangschikt.ingang_datum,
        false
    ) as is_verwijderd
from gerangschikt
left join reden_wijziging
    on gerangschikt.reden_van_besluit_code = reden_wijziging.reden_wijziging_code
where gerangschikt.rangnummer = 1
