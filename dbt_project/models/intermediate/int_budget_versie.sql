-- Grain: gemeente (or printed total), jaar, circulaire, onderdeel, prijsbasis, structureel. The
-- same circulaire delivered again (a corrected file) replaces the earlier delivery.
with budget as (
    select *
    from {{ ref('stg_circulaires__budget') }}
    where {{ binnen_stand('publicatie_datum') }}
)

select
    gemeente_code,
    jaar,
    circulaire,
    publicatie_datum,
    onderdeel,
    prijsbasis,
    is_structureel,
    is_totaalrij,
    bedrag_eurocent,
    verschil_vorige_percentage,
    per_jeugdige_begroting_euro,
    per_jeugdige_awbz_euro,
    per_jeugdige_zvw_euro,
    per_jeugdige_totaal_euro,
    aantal_0_17,
    bovenlokaal_percentage,
    bestand_sleutel,
    rij_nummer,
    ontvangst_datum
from budget
qualify
    row_number() over (
        partition by
            gemeente_code,
            is_totaalrij,
            jaar,
            circulaire,
            onderdeel,
            prijsbasis,
            is_structureel
        order by publicatie_datum desc, ontvangst_datum desc, bestand_sleutel asc, rij_nummer asc
    ) = 1
