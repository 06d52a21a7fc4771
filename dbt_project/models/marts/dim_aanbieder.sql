-- Grain: aanbieder_agb. Name and type from the last contracts file that names the aanbieder.
with contract_aanbieder as (
    select * from {{ ref('stg_contracten__aanbieder') }}
),

taakgericht as (
    select * from {{ ref('stg_contracten__taakgericht') }}
),

opgave as (
    select * from {{ ref('stg_kwartaalcijfers__levering') }}
),

bericht as (
    select * from {{ ref('int_bericht_geldig') }}
),

laatste as (
    select *
    from contract_aanbieder
    where {{ binnen_stand('opgave_datum') }}
    qualify
        row_number() over (
            partition by aanbieder_agb
            order by opgave_datum desc, bestand_sleutel desc, rij_nummer desc
        ) = 1
),

gebruikt as (
    select aanbieder_agb
    from laatste
    union
    select aanbieder_agb
    from taakgericht
    union
    select aanbieder_agb
    from opgave
    union
    select aanbieder_agb
    from bericht
    union
    select '00000000' as aanbieder_agb
)

select
    gebruikt.aanbieder_agb,
    case
        when gebruikt.aanbieder_agb = '00000000' then 'Geen aanbieder (pgb en overige kosten)'
        else coalesce(laatste.aanbieder_naam, 'Aanbieder ' || gebruikt.aanbieder_agb)
    end as aanbieder_naam,
    coalesce(laatste.aanbieder_type, 'onbekend') as aanbieder_type,
    laatste.aanbieder_agb is not null as heeft_contract,
    laatste.vestiging_gemeente_code
from gebruikt
left join laatste
    on gebruikt.aanbieder_agb = laatste.aanbieder_agb
