-- Grain: kwartaal, taakgericht contract, gemeente or region that shares in it.
with taakgericht as (
    select * from {{ ref('fct_taakgericht') }}
),

gebied as (
    select * from {{ ref('int_publicatie_gebied') }}
),

zorgvorm as (
    select * from {{ ref('zorgvorm') }}
),

peil as (
    select * from {{ ref('int_peildatum') }}
),

per_contract as (
    select
        contract_nummer,
        {{ kwartaal('zorgmaand') }} as kwartaal,
        sum(kosten_eurocent) as contract_eurocent
    from taakgericht
    group by contract_nummer, {{ kwartaal('zorgmaand') }}
),

per_gebied as (
    select
        gebied.gebied_code,
        gebied.gebied_naam,
        taakgericht.contract_nummer,
        taakgericht.zorgvorm,
        {{ kwartaal('taakgericht.zorgmaand') }} as kwartaal,
        sum(taakgericht.kosten_eurocent) as kosten_eurocent
    from taakgericht
    inner join gebied on taakgericht.gemeente_code = gebied.gemeente_code
    group by
        gebied.gebied_code,
        gebied.gebied_naam,
        taakgericht.contract_nummer,
        taakgericht.zorgvorm,
        {{ kwartaal('taakgericht.zorgmaand') }}
),

cijfer as (
    select
        per_gebied.kwartaal,
        per_gebied.gebied_code,
        per_gebied.gebied_naam,
        per_gebied.contract_nummer,
        per_gebied.zorgvorm,
        zorgvorm.zorgvorm_naam,
        per_gebied.kosten_eurocent / 100.0 as kosten_euro,
        100.0 * per_gebied.kosten_eurocent / nullif(per_contract.contract_eurocent, 0)
            as aandeel_percentage
    from per_gebied
    inner join per_contract
        on
            per_gebied.contract_nummer = per_contract.contract_nummer
            and per_gebied.kwartaal = per_contract.kwartaal
    left join zorgvorm on per_gebied.zorgvorm = zorgvorm.zorgvorm
)

select
    cijfer.kwartaal,
    cijfer.gebied_code as gemeente_code,
    cijfer.gebied_naam as gemeente_naam,
    cijfer.contract_nummer,
    cijfer.zorgvorm,
    cijfer.zorgvorm_naam,
    {{ onderdruk('kosten_euro', 'decimal(14, 2)') }},
    {{ onderdruk('aandeel_percentage', 'decimal(5, 1)') }},
    cast(null as decimal(5, 1)) as volledigheid_percentage,
    peil.peildatum as stand_datum
from cijfer
cross join peil
