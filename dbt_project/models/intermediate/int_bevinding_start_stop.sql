-- Grain: live start or stop that refers to no toewijzing (TR019). Its number was never allocated
-- to this jeugdige at this aanbieder, or was deleted. Without a number it is task-oriented care,
-- unless the contract of the aanbieder pays that product by effort or output only.
with verloop as (
    select *
    from {{ ref('int_bevinding_verloop') }}
    where is_levend_nu
),

houder as (
    select * from {{ ref('int_bevinding_toewijzing_houder') }}
),

contract as (
    select * from {{ ref('int_contract_product') }}
),

taakgericht as (
    select * from {{ ref('int_taakgericht_contract') }}
),

met_nummer as (
    select
        verloop.bericht,
        verloop.aanbieder_agb,
        verloop.gemeente_code,
        verloop.plaats,
        -- deleted after the start: the deletion is what broke the rule
        greatest(verloop.dagtekening_datum, houder.bekend_sinds) as bekend_sinds,
        coalesce(not houder.is_verwijderd, false) as is_bekend
    from verloop
    left join houder
        on
            verloop.gemeente_code = houder.gemeente_code
            and verloop.toewijzing_nummer = houder.toewijzing_nummer
            and verloop.aanbieder_agb = houder.aanbieder_agb
            and verloop.client_sleutel = houder.client_sleutel
    where verloop.toewijzing_nummer is not null
),

zonder_nummer as (
    select
        verloop.bericht,
        verloop.aanbieder_agb,
        verloop.gemeente_code,
        verloop.plaats,
        verloop.dagtekening_datum as bekend_sinds,
        coalesce(bool_or(contract.uitvoeringsvariant = 'taakgericht'), true)
        or bool_or(taakgericht.aanbieder_agb is not null) as is_bekend
    from verloop
    left join contract
        on
            verloop.aanbieder_agb = contract.aanbieder_agb
            and verloop.product_categorie_code = contract.product_categorie_code
            and verloop.product_code = contract.product_code
            and {{ geldt_op('verloop.begin_datum', 'contract', 'ingang_datum', 'eind_datum') }}
    left join taakgericht
        on
            verloop.aanbieder_agb = taakgericht.aanbieder_agb
            and {{ geldt_op('verloop.begin_datum', 'taakgericht', 'ingang_datum', 'eind_datum') }}
    where verloop.toewijzing_nummer is null
    group by
        verloop.bericht,
        verloop.aanbieder_agb,
        verloop.gemeente_code,
        verloop.plaats,
        verloop.dagtekening_datum
),

beoordeeld as (
    select * from met_nummer
    union all
    select * from zonder_nummer
)

select
    'TR019' as regel_code,
    bericht,
    aanbieder_agb,
    gemeente_code,
    plaats,
    min(bekend_sinds) as eerste_gezien
from beoordeeld
where not is_bekend
group by bericht, aanbieder_agb, gemeente_code, plaats
