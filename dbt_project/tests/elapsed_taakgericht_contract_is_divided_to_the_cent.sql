-- Contracts that have fully elapsed: their shares add up to the lump sum. A key that is missing or
-- does not add up to a million shows here, because money would get lost.
with contract as (
    select * from {{ ref('int_taakgericht_contract') }}
),

maand as (
    select * from {{ ref('int_taakgericht_maand') }}
),

peil as (
    select * from {{ ref('int_peildatum') }}
),

verdeeld as (
    select
        contract.contract_nummer,
        contract.ingang_datum,
        contract.bedrag_eurocent,
        coalesce(sum(maand.kosten_eurocent), 0) as verdeeld_eurocent
    from contract
    inner join peil
        on contract.eind_datum <= {{ laatste_van_maand('peil.peildatum') }}
    left join maand
        on
            contract.contract_nummer = maand.contract_nummer
            and maand.zorgmaand between contract.ingang_datum and contract.eind_datum
    group by contract.contract_nummer, contract.ingang_datum, contract.bedrag_eurocent
)

select
    contract_nummer,
    ingang_datum,
    bedrag_eurocent,
    verdeeld_eurocent
from verdeeld
where verdeeld_eurocent <> bedrag_eurocent
