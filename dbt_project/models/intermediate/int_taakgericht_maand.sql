-- Grain: contract_nummer, zorgmaand, gemeente_code. Taakgericht care has no messages: the lump sum
-- is spread over the months of its period, and each month over the gemeenten by its key.
-- Whole cents, and nothing is lost: the parts add up to the sum.
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

contract_maand as (
    select
        contract.contract_nummer,
        contract.aanbieder_agb,
        contract.zorgvorm,
        contract.bedrag_eurocent,
        contract.opgave_datum,
        maand.zorgmaand,
        -- a contract that begins halfway a month has its key from that day
        greatest(maand.zorgmaand, contract.ingang_datum) as sleutel_datum,
        {{ aantal_maanden('contract.ingang_datum', 'maand.zorgmaand') }} as maand_nummer,
        {{ aantal_maanden('contract.ingang_datum', 'contract.eind_datum') }} as aantal_maanden
    from contract
    inner join maand
        on contract.ingang_datum <= maand.laatste_dag and contract.eind_datum >= maand.zorgmaand
    inner join peil
        on maand.zorgmaand <= peil.peildatum
),

maand_bedrag as (
    select
        contract_nummer,
        aanbieder_agb,
        zorgvorm,
        zorgmaand,
        sleutel_datum,
        opgave_datum,
        {{ deel_naar_rato('bedrag_eurocent', 'maand_nummer', 'aantal_maanden') }}
            as maand_eurocent
    from contract_maand
),

verdeeld as (
    select
        maand_bedrag.contract_nummer,
        maand_bedrag.aanbieder_agb,
        maand_bedrag.zorgvorm,
        maand_bedrag.zorgmaand,
        verdeelsleutel.gemeente_code,
        maand_bedrag.maand_eurocent,
        verdeelsleutel.aandeel_miljoenste,
        sum(verdeelsleutel.aandeel_miljoenste) over (
            partition by maand_bedrag.contract_nummer, maand_bedrag.zorgmaand
            order by verdeelsleutel.gemeente_code
        ) as cumulatief_miljoenste,
        greatest(maand_bedrag.opgave_datum, verdeelsleutel.opgave_datum) as bekend_sinds
    from maand_bedrag
    inner join verdeelsleutel
        on
            maand_bedrag.contract_nummer = verdeelsleutel.contract_nummer
            and {{ geldt_op(
                'maand_bedrag.sleutel_datum', 'verdeelsleutel', 'ingang_datum', 'eind_datum'
            ) }}
)

select
    contract_nummer,
    aanbieder_agb,
    zorgvorm,
    zorgmaand,
    gemeente_code,
    aandeel_miljoenste,
    cast(
        (maand_eurocent * cumulatief_miljoenste) // 1000000
        - (maand_eurocent * (cumulatief_miljoenste - aandeel_miljoenste)) // 1000000
        as bigint
    ) as kosten_eurocent,
    bekend_sinds
from verdeeld
