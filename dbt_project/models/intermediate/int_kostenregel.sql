-- Grain: soort (declaratie, taakgericht, overig), regel_sleutel. Every line that fct_kosten adds
-- up, with what it costs: nothing when it was refused.
with regel as (
    select * from {{ ref('int_declaratieregel') }}
),

contract as (
    select * from {{ ref('int_kosten_contract') }}
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

zonder_declaratie as (
    select
        case when contract_nummer is null then 'overig' else 'taakgericht' end as soort,
        concat_ws('/', contract_nummer, bekostiging, zorgvorm, zorgmaand, gemeente_code)
            as regel_sleutel,
        gemeente_code,
        aanbieder_agb,
        zorgvorm,
        niveau,
        'nvt' as verwijzer_groep,
        bekostiging,
        zorgmaand,
        null as client_sleutel,
        null as levering,
        true as telt,
        kosten_eurocent,
        false as is_credit,
        case
            when contract_nummer is not null then concat_ws('/', contract_nummer, zorgmaand)
        end as contract_maand,
        sum(kosten_eurocent) over (partition by contract_nummer, zorgmaand)
            as contract_maand_eurocent,
        aandeel_miljoenste,
        bekend_sinds as dagtekening_datum,
        bekend_sinds
    from contract
)

select * from gedeclareerd
union all
select * from zonder_declaratie
