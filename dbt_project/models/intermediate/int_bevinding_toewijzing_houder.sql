-- Grain: gemeente_code, toewijzing_nummer, aanbieder_agb, client_sleutel: who got it. The last
-- version decides whether it was deleted, so a number that was issued again after that is in use.
with versie as (
    select * from {{ ref('int_toewijzing_versie') }}
),

reden_wijziging as (
    select * from {{ ref('reden_wijziging') }}
),

gemerkt as (
    select
        versie.gemeente_code,
        versie.toewijzing_nummer,
        versie.aanbieder_agb,
        versie.client_sleutel,
        versie.toewijzing_datum,
        versie.toewijzing_tijd,
        versie.dagtekening_datum,
        versie.reden_wijziging_code,
        -- a repeat may leave the reason of a change out (IV099)
        coalesce(versie.ingang_datum = versie.eind_datum, false)
        and bool_or(coalesce(reden_wijziging.is_verwijdering, false)) over (
            partition by
                versie.gemeente_code,
                versie.toewijzing_nummer,
                versie.aanbieder_agb,
                versie.client_sleutel,
                versie.toewijzing_datum,
                versie.toewijzing_tijd,
                versie.ingang_datum,
                versie.eind_datum
        ) as is_verwijdering
    from versie
    left join reden_wijziging
        on versie.reden_wijziging_code = reden_wijziging.reden_wijziging_code
),

gevolgd as (
    select
        *,
        first_value(is_verwijdering) over nieuwste_eerst as is_verwijderd,
        count(*) filter (where is_verwijdering) over nieuwste_eerst as aantal_verwijderingen,
        count(*) over nieuwste_eerst as aantal_versies
    from gemerkt
    window
        nieuwste_eerst as (
            partition by gemeente_code, toewijzing_nummer, aanbieder_agb, client_sleutel
            order by
                toewijzing_datum desc,
                toewijzing_tijd desc,
                dagtekening_datum desc,
                (reden_wijziging_code is not null) desc,
                is_verwijdering desc
            rows between unbounded preceding and current row
        )
)

select
    gemeente_code,
    toewijzing_nummer,
    aanbieder_agb,
    client_sleutel,
    is_verwijderd,
    -- the first message since when the toewijzing stands, or is deleted, without interruption
    min(dagtekening_datum) as bekend_sinds
from gevolgd
where aantal_verwijderingen = case when is_verwijderd then aantal_versies else 0 end
group by gemeente_code, toewijzing_nummer, aanbieder_agb, client_sleutel, is_verwijderd
