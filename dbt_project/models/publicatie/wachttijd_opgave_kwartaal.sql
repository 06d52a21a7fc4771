-- Grain: kwartaal, gemeente or region, zorgvorm or total. What the aanbieders reported, with what
-- their messages say of the same care beside it; care without an opgave is left out of both.
with opgave as (
    select * from {{ ref('fct_wachttijd_opgave') }}
),

gebied as (
    select * from {{ ref('int_publicatie_gebied') }}
),

zorgvorm as (
    select * from {{ ref('int_publicatie_zorgvorm') }}
),

gebied_maand as (
    select * from {{ ref('int_publicatie_maand') }}
),

volledigheid as (
    select *
    from {{ ref('int_volledigheid_periode') }}
    where bron = 'kwartaalcijfers'
),

peil as (
    select * from {{ ref('int_peildatum') }}
),

kwartaal as (
    select
        gebied_maand.gebied_code,
        gebied_maand.gebied_naam,
        {{ kwartaal('gebied_maand.zorgmaand') }} as kwartaal
    from gebied_maand
    cross join peil
    where {{ laatste_van_maand('gebied_maand.zorgmaand') }} <= peil.peildatum
    group by
        gebied_maand.gebied_code,
        gebied_maand.gebied_naam,
        {{ kwartaal('gebied_maand.zorgmaand') }}
    having count(*) = 3
),

gebruikte_groep as (
    select distinct
        zorgvorm.zorgvorm_groep,
        zorgvorm.zorgvorm_groep_naam
    from opgave
    inner join zorgvorm on opgave.zorgvorm = zorgvorm.zorgvorm
),

geteld as (
    select
        gebied.gebied_code,
        zorgvorm.zorgvorm_groep,
        opgave.kwartaal,
        count(distinct opgave.aanbieder_agb) as aantal_aanbieders,
        sum(opgave.wachtenden_opgave) as aantal_wachtend_opgave,
        sum(case when opgave.wachtenden_opgave is not null then opgave.wachtenden_berekend end)
            as aantal_wachtend_berekend,
        sum(opgave.overbrugging_opgave) as aantal_overbrugd_opgave,
        sum(case when opgave.overbrugging_opgave is not null then opgave.overbrugging_berekend end)
            as aantal_overbrugd_berekend,
        sum(case when opgave.wachttijd_dagen_opgave is not null then opgave.instroom_opgave end)
            as instroom_met_wachttijd,
        sum(opgave.wachttijd_dagen_opgave * opgave.instroom_opgave) as dagen_opgave,
        sum(case when opgave.wachttijd_dagen_opgave is not null then opgave.gestart_berekend end)
            as gestart_met_wachttijd,
        sum(
            case
                when opgave.wachttijd_dagen_opgave is not null
                    then opgave.wachttijd_dagen_berekend * opgave.gestart_berekend
            end
        ) as dagen_berekend,
        count(case when opgave.is_afwijking_wachtenden or opgave.is_afwijking_wachttijd then 1 end)
            as aantal_opgaven_met_afwijking
    from opgave
    inner join gebied on opgave.gemeente_code = gebied.gemeente_code
    inner join zorgvorm on opgave.zorgvorm = zorgvorm.zorgvorm
    group by gebied.gebied_code, zorgvorm.zorgvorm_groep, opgave.kwartaal
),

cijfer as (
    select
        kwartaal.kwartaal,
        kwartaal.gebied_code,
        kwartaal.gebied_naam,
        gebruikte_groep.zorgvorm_groep,
        gebruikte_groep.zorgvorm_groep_naam,
        peil.peildatum,
        geteld.aantal_aanbieders,
        geteld.aantal_opgaven_met_afwijking,
        geteld.aantal_wachtend_opgave,
        geteld.aantal_wachtend_berekend,
        geteld.aantal_wachtend_opgave - geteld.aantal_overbrugd_opgave as netto_opgave,
        geteld.aantal_wachtend_berekend - geteld.aantal_overbrugd_berekend as netto_berekend,
        geteld.aantal_overbrugd_opgave,
        geteld.aantal_overbrugd_berekend,
        geteld.instroom_met_wachttijd,
        geteld.gestart_met_wachttijd,
        geteld.dagen_opgave / nullif(geteld.instroom_met_wachttijd, 0)
            as gemiddelde_wacht_dagen_opgave,
        geteld.dagen_berekend / nullif(geteld.gestart_met_wachttijd, 0)
            as gemiddelde_wacht_dagen_berekend,
        case when geteld.aantal_wachtend_opgave is null then 'ontbreekt' else 'waarde' end
            as wachtend_status,
        case when geteld.aantal_overbrugd_opgave is null then 'ontbreekt' else 'waarde' end
            as overbrugd_status,
        case when geteld.dagen_opgave is null then 'ontbreekt' else 'waarde' end as dagen_status,
        volledigheid.volledigheid_percentage
    from kwartaal
    cross join gebruikte_groep
    cross join peil
    left join geteld
        on
            kwartaal.gebied_code = geteld.gebied_code
            and kwartaal.kwartaal = geteld.kwartaal
            and gebruikte_groep.zorgvorm_groep = geteld.zorgvorm_groep
    left join volledigheid
        on
            kwartaal.gebied_code = volledigheid.gebied_code
            and kwartaal.kwartaal = volledigheid.periode
)

select
    kwartaal,
    gebied_code as gemeente_code,
    gebied_naam as gemeente_naam,
    zorgvorm_groep as zorgvorm,
    zorgvorm_groep_naam as zorgvorm_naam,
    coalesce(aantal_aanbieders, 0) as opgaven_van_aanbieders,
    coalesce(aantal_opgaven_met_afwijking, 0) as opgaven_met_afwijking,
    {{ onderdruk(
        'aantal_wachtend_opgave', 'bigint', ['aantal_wachtend_opgave'], 'wachtend_status'
    ) }},
    {{ onderdruk(
        'aantal_wachtend_berekend', 'bigint', ['aantal_wachtend_berekend'], 'wachtend_status'
    ) }},
    {{ onderdruk(
        'aantal_overbrugd_opgave',
        'bigint',
        ['aantal_overbrugd_opgave', 'netto_opgave'],
        'overbrugd_status'
    ) }},
    {{ onderdruk(
        'aantal_overbrugd_berekend',
        'bigint',
        ['aantal_overbrugd_berekend', 'netto_berekend'],
        'overbrugd_status'
    ) }},
    {{ onderdruk(
        'gemiddelde_wacht_dagen_opgave',
        'decimal(9, 1)',
        ['instroom_met_wachttijd'],
        'dagen_status'
    ) }},
    {{ onderdruk(
        'gemiddelde_wacht_dagen_berekend',
        'decimal(9, 1)',
        ['gestart_met_wachttijd'],
        'dagen_status'
    ) }},
    volledigheid_percentage,
    peildatum as stand_datum
from cijfer
