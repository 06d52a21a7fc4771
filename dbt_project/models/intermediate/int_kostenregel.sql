-- Grain: soort (declaratie, taakgericht, overig), regel_sleutel. Every line that fct_kosten adds
-- up, with what it costs: nothing when it was refused.
with regel as (
    select * from {{ ref('int_declaratieregel') }}
),

taakgericht as (
    select * from {{ ref('int_taakgericht_maand') }}
),

overig as (
    select * from {{ ref('int_overige_kosten_maand') }}
),

schaalniveau as (
    select * from {{ ref('schaalniveau') }}
),

declaratie_status as (
    select * from {{ ref('declaratie_status') }}
),

gedeclareerd as (
    select
        'declaratie' as soort,
        concat_ws('/', regel.aanbieder_agb, regel.referentie_nummer) as regel_sleutel,
        regel.gemeente_code,
        regel.aanbieder_agb,
        regel.zorgvorm,
        regel.niveau,
        regel.verwijzer_groep,
        regel.bekostiging,
        regel.zorgmaand,
        regel.client_sleutel,
        concat_ws('/', regel.dagtekening_datum, regel.declaratie_nummer) as levering,
        declaratie_status.telt_als_kosten as telt,
        case
            when declaratie_status.telt_als_kosten then regel.ingediend_eurocent else 0
        end as kosten_eurocent,
        regel.vorig_referentie_nummer is not null as is_credit,
        null as contract_maand,
        null as contract_maand_eurocent,
        null as aandeel_miljoenste,
        regel.dagtekening_datum,
        regel.bekend_sinds
    from regel
    inner join declaratie_status
        on regel.status = declaratie_status.status
),

contract as (
    select
        'taakgericht' as soort,
        concat_ws('/', contract_nummer, zorgmaand, gemeente_code) as regel_sleutel,
        gemeente_code,
        aanbieder_agb,
        zorgvorm,
        'taakgericht' as bekostiging,
        zorgmaand,
        kosten_eurocent,
        concat_ws('/', contract_nummer, zorgmaand) as contract_maand,
        sum(kosten_eurocent) over (partition by contract_nummer, zorgmaand)
            as contract_maand_eurocent,
        aandeel_miljoenste,
        bekend_sinds
    from taakgericht
    union all
    select
        'overig' as soort,
        concat_ws('/', soort, zorgvorm, zorgmaand, gemeente_code) as regel_sleutel,
        gemeente_code,
        '00000000' as aanbieder_agb,
        zorgvorm,
        soort as bekostiging,
        zorgmaand,
        kosten_eurocent,
        null as contract_maand,
        null as contract_maand_eurocent,
        null as aandeel_miljoenste,
        bekend_sinds
    from overig
),

zonder_declaratie as (
    select
        contract.soort,
        contract.regel_sleutel,
        contract.gemeente_code,
        contract.aanbieder_agb,
        contract.zorgvorm,
        coalesce(schaalniveau.niveau, 'onbekend') as niveau,
        'nvt' as verwijzer_groep,
        contract.bekostiging,
        contract.zorgmaand,
        null as client_sleutel,
        null as levering,
        true as telt,
        contract.kosten_eurocent,
        false as is_credit,
        contract.contract_maand,
        contract.contract_maand_eurocent,
        contract.aandeel_miljoenste,
        contract.bekend_sinds as dagtekening_datum,
        contract.bekend_sinds
    from contract
    left join schaalniveau
        on
            contract.zorgvorm = schaalniveau.zorgvorm
            and {{ geldt_op('contract.zorgmaand', 'schaalniveau') }}
)

select * from gedeclareerd
union all
select * from zonder_declaratie
