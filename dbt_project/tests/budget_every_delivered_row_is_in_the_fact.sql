-- The amount of the last delivery of each circulaire is in the fact to the cent, total rows too.
with bron as (
    select *
    from {{ ref('stg_circulaires__budget') }}
    where {{ binnen_stand('publicatie_datum') }}
),

feit as (
    select * from {{ ref('fct_budget') }}
),

laatste_bestand as (
    select
        circulaire,
        jaar,
        onderdeel,
        bestand_sleutel
    from bron
    qualify
        row_number() over (
            partition by circulaire, jaar, onderdeel
            order by publicatie_datum desc, ontvangst_datum desc, bestand_sleutel asc
        ) = 1
),

geleverd as (
    select
        bron.circulaire,
        bron.jaar,
        bron.onderdeel,
        bron.is_totaalrij,
        bron.gemeente_code,
        bron.prijsbasis,
        bron.is_structureel,
        bron.bedrag_eurocent
    from bron
    inner join laatste_bestand
        on
            bron.circulaire = laatste_bestand.circulaire
            and bron.jaar = laatste_bestand.jaar
            and bron.onderdeel = laatste_bestand.onderdeel
            and bron.bestand_sleutel = laatste_bestand.bestand_sleutel
)

select
    geleverd.circulaire,
    geleverd.jaar,
    geleverd.onderdeel,
    geleverd.gemeente_code
from geleverd
left join feit
    on
        geleverd.circulaire = feit.circulaire
        and geleverd.jaar = feit.jaar
        and geleverd.onderdeel = feit.onderdeel
        and geleverd.is_totaalrij = feit.is_totaalrij
        and geleverd.prijsbasis = feit.prijsbasis
        and geleverd.gemeente_code is not distinct from feit.gemeente_code
        and geleverd.is_structureel is not distinct from feit.is_structureel
        and geleverd.bedrag_eurocent = feit.bedrag_eurocent
where feit.circulaire is null
