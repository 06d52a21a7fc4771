-- Grain: halfjaar, gemeente or region.
with halfjaar as (
    select * from {{ ref('int_veilig_thuis_halfjaar') }}
),

geteld as (
    select * from {{ ref('int_veilig_thuis_geteld') }}
),

termijn as (
    select * from {{ ref('veilig_thuis_termijn') }}
),

reeks as (
    select * from {{ ref('veilig_thuis_reeks') }}
),

cijfer as (
    select
        halfjaar.halfjaar,
        halfjaar.gebied_code,
        halfjaar.gebied_naam,
        reeks.reeks,
        case when halfjaar.heeft_advies then 'waarde' else 'ontbreekt' end as advies_status,
        case when halfjaar.heeft_melding then 'waarde' else 'ontbreekt' end as melding_status,
        case when halfjaar.heeft_onderzoek then 'waarde' else 'ontbreekt' end as onderzoek_status,
        coalesce(geteld.aantal_adviezen, 0) as aantal_adviezen,
        coalesce(geteld.aantal_meldingen, 0) as aantal_meldingen,
        coalesce(geteld.aantal_casussen, 0) as aantal_casussen,
        coalesce(geteld.aantal_onderzoeken, 0) as aantal_onderzoeken,
        coalesce(geteld.aantal_open_triage, 0) as aantal_open_triage,
        geteld.mediaan_triage_dagen,
        geteld.triage_gemeten,
        geteld.triage_beoordeeld,
        geteld.triage_op_tijd,
        100.0 * geteld.triage_op_tijd / nullif(geteld.triage_beoordeeld, 0)
            as triage_op_tijd_percentage,
        triage.ambitie_percentage as triage_ambitie_percentage,
        geteld.onderzoek_beoordeeld,
        geteld.onderzoek_op_tijd,
        100.0 * geteld.onderzoek_op_tijd / nullif(geteld.onderzoek_beoordeeld, 0)
            as onderzoek_op_tijd_percentage,
        onderzoek.ambitie_percentage as onderzoek_ambitie_percentage,
        halfjaar.volledigheid_percentage,
        halfjaar.peildatum
    from halfjaar
    left join geteld
        on
            halfjaar.gebied_code = geteld.gebied_code
            and halfjaar.halfjaar = geteld.halfjaar
    left join termijn as triage
        on
            triage.termijn = 'triage'
            and {{ geldt_op('halfjaar.eerste_dag', 'triage') }}
    left join termijn as onderzoek
        on
            onderzoek.termijn = 'onderzoek'
            and {{ geldt_op('halfjaar.eerste_dag', 'onderzoek') }}
    left join reeks
        on {{ geldt_op('halfjaar.eerste_dag', 'reeks') }}
)

select
    halfjaar,
    gebied_code as gemeente_code,
    gebied_naam as gemeente_naam,
    reeks,
    {{ onderdruk('aantal_adviezen', 'bigint', ['aantal_adviezen'], 'advies_status') }},
    {{ onderdruk(
        'aantal_meldingen', 'bigint', ['aantal_meldingen', 'aantal_casussen'], 'melding_status'
    ) }},
    {{ onderdruk('aantal_casussen', 'bigint', ['aantal_casussen'], 'melding_status') }},
    {{ onderdruk('aantal_onderzoeken', 'bigint', ['aantal_onderzoeken'], 'onderzoek_status') }},
    {{ onderdruk('aantal_open_triage', 'bigint', ['aantal_open_triage'], 'melding_status') }},
    {{ onderdruk(
        'mediaan_triage_dagen', 'decimal(9, 1)', ['triage_gemeten'], 'melding_status'
    ) }},
    {{ onderdruk(
        'triage_op_tijd_percentage',
        'decimal(5, 1)',
        ['triage_beoordeeld', 'triage_op_tijd', 'triage_beoordeeld - triage_op_tijd'],
        'melding_status'
    ) }},
    triage_ambitie_percentage,
    {{ onderdruk(
        'onderzoek_op_tijd_percentage',
        'decimal(5, 1)',
        ['onderzoek_beoordeeld', 'onderzoek_op_tijd', 'onderzoek_beoordeeld - onderzoek_op_tijd'],
        'onderzoek_status'
    ) }},
    onderzoek_ambitie_percentage,
    volledigheid_percentage,
    peildatum as stand_datum
from cijfer
