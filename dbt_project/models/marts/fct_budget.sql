-- Grain: gemeente (or printed total), jaar, circulaire, onderdeel, prijsbasis, structureel.
-- Amounts stay as printed; a total row is kept beside the gemeenten and never summed with them.
with budget as (
    select * from {{ ref('int_budget_versie') }}
),

-- one circulaire counts per gemeente, jaar and onderdeel: the latest published
genummerd as (
    select
        *,
        dense_rank() over (
            partition by gemeente_code, is_totaalrij, jaar, onderdeel, prijsbasis
            order by publicatie_datum desc, circulaire asc
        ) as versie_volgorde
    from budget
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
    versie_volgorde = 1 as is_actueel,
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
    publicatie_datum as bekend_sinds
from genummerd
