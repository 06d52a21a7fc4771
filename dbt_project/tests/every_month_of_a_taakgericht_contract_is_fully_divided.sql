-- Also for contracts that still run: the keys of each elapsed month add up to a million.
with contract as (
    select * from {{ ref('int_taakgericht_contract') }}
),

verdeelsleutel as (
    select * from {{ ref('int_verdeelsleutel') }}
),

maand as (
    select * from {{ ref('dim_maand') }}
),

peil as (
    select * from {{ ref('int_peildatum') }}
),

per_maand as (
    select
        contract.contract_nummer,
        maand.zorgmaand,
        coalesce(sum(verdeelsleutel.aandeel_miljoenste), 0) as aandeel_miljoenste
    from contract
    inner join maand
        on contract.ingang_datum <= maand.laatste_dag and contract.eind_datum >= maand.zorgmaand
    inner join peil
        on maand.zorgmaand <= peil.peildatum
    left join verdeelsleutel
        on
            contract.contract_nummer = verdeelsleutel.contract_nummer
            and {{ geldt_op('maand.zorgmaand', 'verdeelsleutel', 'ingang_datum', 'eind_datum') }}
    group by contract.contract_nummer, maand.zorgmaand
)

select
    contract_nummer,
    zorgmaand,
    aandeel_miljoenste
from per_maand
where aandeel_miljoenste <> 1000000
