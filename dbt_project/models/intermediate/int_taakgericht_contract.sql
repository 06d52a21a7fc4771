-- Grain: contract_nummer, ingang_datum. The last file that names a contract replaces all before it.
with taakgericht as (
    select * from {{ ref('stg_contracten__taakgericht') }}
),

laatste_bestand as (
    select
        contract_nummer,
        max((opgave_datum, bestand_sleutel)) as laatste
    from taakgericht
    where {{ binnen_stand('opgave_datum') }}
    group by contract_nummer
)

select
    taakgericht.contract_nummer,
    taakgericht.aanbieder_agb,
    taakgericht.zorgvorm,
    taakgericht.ingang_datum,
    taakgericht.eind_datum,
    taakgericht.bedrag_eurocent,
    taakgericht.opgave_datum
from taakgericht
inner join laatste_bestand
    on
        taakgericht.contract_nummer = laatste_bestand.contract_nummer
        and (taakgericht.opgave_datum, taakgericht.bestand_sleutel) = laatste_bestand.laatste
