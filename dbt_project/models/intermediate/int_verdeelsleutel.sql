-- Grain: contract_nummer, gemeente_code, ingang_datum. The last file that names a contract replaces
-- all before it.
with verdeelsleutel as (
    select * from {{ ref('stg_contracten__verdeelsleutel') }}
),

laatste_bestand as (
    select
        contract_nummer,
        max((opgave_datum, bestand_sleutel)) as laatste
    from verdeelsleutel
    where {{ binnen_stand('opgave_datum') }}
    group by contract_nummer
)

select
    verdeelsleutel.contract_nummer,
    verdeelsleutel.gemeente_code,
    verdeelsleutel.ingang_datum,
    verdeelsleutel.eind_datum,
    verdeelsleutel.aandeel_miljoenste,
    verdeelsleutel.opgave_datum
from verdeelsleutel
inner join laatste_bestand
    on
        verdeelsleutel.contract_nummer = laatste_bestand.contract_nummer
        and (verdeelsleutel.opgave_datum, verdeelsleutel.bestand_sleutel) = laatste_bestand.laatste
