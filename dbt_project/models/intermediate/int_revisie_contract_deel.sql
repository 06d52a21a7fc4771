-- Grain: regel_sleutel of a share of a taakgericht contract that changed. What the other sum of the
-- contract does at the old key, and what is left: the other key. Together the whole difference.
with wijziging as (
    select *
    from {{ ref('int_revisie_kostenregel') }}
    where soort = 'taakgericht'
),

nu as (
    select * from {{ ref('int_kostenregel') }}
),

toen as (
    select * from {{ ref('stg_stand__kostenregel') }}
),

geheel_nu as (
    select
        contract_maand,
        max(contract_maand_eurocent) as eurocent
    from nu
    where soort = 'taakgericht'
    group by contract_maand
),

geheel_toen as (
    select
        contract_maand,
        max(contract_maand_eurocent) as eurocent
    from toen
    where soort = 'taakgericht'
    group by contract_maand
),

met_geheel as (
    select
        wijziging.regel_sleutel,
        wijziging.kosten_eurocent_toen,
        wijziging.kosten_eurocent - wijziging.kosten_eurocent_toen as verschil_eurocent,
        coalesce(wijziging.aandeel_miljoenste = wijziging.aandeel_miljoenste_toen, false)
            as is_zelfde_aandeel,
        coalesce(geheel_nu.eurocent, 0) as geheel_eurocent,
        coalesce(geheel_toen.eurocent, 0) as geheel_eurocent_toen
    from wijziging
    left join geheel_nu
        on wijziging.contract_maand = geheel_nu.contract_maand
    left join geheel_toen
        on wijziging.contract_maand = geheel_toen.contract_maand
),

door_bedrag as (
    select
        regel_sleutel,
        verschil_eurocent,
        case
            when is_zelfde_aandeel or geheel_eurocent_toen = 0 then verschil_eurocent
            else
                (kosten_eurocent_toen * geheel_eurocent) // geheel_eurocent_toen
                - kosten_eurocent_toen
        end as bedrag_eurocent
    from met_geheel
)

select
    regel_sleutel,
    bedrag_eurocent,
    verschil_eurocent - bedrag_eurocent as sleutel_eurocent
from door_bedrag
