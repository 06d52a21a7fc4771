-- Grain: line that stands, decision on its toewijzing that it may rest on: the last one that was
-- known at the Dagtekening of the claim, and the current one. A line that fits either is right: an
-- aanbieder cannot know a later decision (OP095), also not one of that same day, and need not claim
-- again after an extension.
with regel as (
    select * from {{ ref('int_bevinding_regel') }}
),

versie as (
    select * from {{ ref('int_toewijzing_versie') }}
),

besluit as (
    select
        gemeente_code,
        toewijzing_nummer,
        aanbieder_agb,
        client_sleutel,
        toewijzing_datum,
        toewijzing_tijd,
        ingang_datum,
        eind_datum,
        omvang_volume,
        omvang_eenheid_code,
        omvang_frequentie_code,
        budget_eurocent,
        min(dagtekening_datum) as bekend_sinds
    from versie
    group by
        gemeente_code,
        toewijzing_nummer,
        aanbieder_agb,
        client_sleutel,
        toewijzing_datum,
        toewijzing_tijd,
        ingang_datum,
        eind_datum,
        omvang_volume,
        omvang_eenheid_code,
        omvang_frequentie_code,
        budget_eurocent
),

-- a decision counts from the day it is known until a later one is known
met_opvolging as (
    select
        *,
        max((toewijzing_datum, toewijzing_tijd)) over nummer
        = (toewijzing_datum, toewijzing_tijd) as is_huidig,
        min(bekend_sinds) over later_besluit as opgevolgd_datum
    from besluit
    window
        nummer as (
            partition by gemeente_code, toewijzing_nummer, aanbieder_agb, client_sleutel
        ),
        later_besluit as (
            partition by gemeente_code, toewijzing_nummer, aanbieder_agb, client_sleutel
            order by toewijzing_datum desc, toewijzing_tijd desc
            groups between unbounded preceding and 1 preceding
        )
)

select
    regel.plaats,
    regel.aanbieder_agb,
    regel.gemeente_code,
    regel.toewijzing_nummer,
    regel.referentie_nummer,
    regel.dagtekening_datum,
    regel.status,
    regel.zorgmaand,
    regel.product_periode_begin_datum,
    regel.product_periode_eind_datum,
    regel.volume,
    regel.eenheid_code,
    regel.ingediend_eurocent,
    met_opvolging.toewijzing_datum,
    met_opvolging.toewijzing_tijd,
    met_opvolging.ingang_datum,
    met_opvolging.eind_datum,
    met_opvolging.omvang_volume,
    met_opvolging.omvang_eenheid_code,
    met_opvolging.omvang_frequentie_code,
    met_opvolging.budget_eurocent
from regel
inner join met_opvolging
    on
        regel.gemeente_code = met_opvolging.gemeente_code
        and regel.toewijzing_nummer = met_opvolging.toewijzing_nummer
        and regel.aanbieder_agb = met_opvolging.aanbieder_agb
        and regel.client_sleutel = met_opvolging.client_sleutel
where
    not regel.is_verwijderd
    and (
        met_opvolging.is_huidig
        or (
            met_opvolging.bekend_sinds <= regel.dagtekening_datum
            and regel.dagtekening_datum
            <= coalesce(met_opvolging.opgevolgd_datum, date '9999-12-31')
        )
    )
