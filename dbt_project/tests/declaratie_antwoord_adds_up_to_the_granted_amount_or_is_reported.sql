-- TR342: what the 325 says it granted is what we count as granted, claim by claim. A gemeente may
-- break this, and then it is told so (W014): a difference that nobody hears of is a fault of ours.
with antwoord as (
    select * from {{ ref('int_declaratie_antwoord') }}
),

regel as (
    select * from {{ ref('int_declaratieregel_status') }}
),

debet_credit as (
    select * from {{ ref('debet_credit') }}
),

gemeld as (
    select *
    from {{ ref('fct_bevinding') }}
    where regel_code = 'W014'
),

toegekend as (
    select
        regel.gemeente_code,
        regel.aanbieder_agb,
        regel.bericht_identificatie,
        regel.dagtekening_datum,
        min(regel.declaratie_nummer) as declaratie_nummer,
        coalesce(
            sum(regel.ingediend_eurocent * debet_credit.teken)
            filter (where regel.status = 'toegekend'), 0
        ) as toegekend_eurocent
    from regel
    inner join debet_credit
        on regel.debet_credit_code = debet_credit.debet_credit_code
    group by
        regel.gemeente_code,
        regel.aanbieder_agb,
        regel.bericht_identificatie,
        regel.dagtekening_datum
)

select
    antwoord.aanbieder_agb,
    antwoord.gemeente_code,
    antwoord.declaratie_identificatie,
    antwoord.totaal_toegekend_eurocent,
    toegekend.toegekend_eurocent
from antwoord
inner join toegekend
    on
        antwoord.gemeente_code = toegekend.gemeente_code
        and antwoord.aanbieder_agb = toegekend.aanbieder_agb
        and antwoord.declaratie_identificatie = toegekend.bericht_identificatie
        and antwoord.declaratie_dagtekening_datum = toegekend.dagtekening_datum
left join gemeld
    on
        antwoord.gemeente_code = gemeld.gemeente_code
        and antwoord.aanbieder_agb = gemeld.aanbieder_agb
        and gemeld.plaats = 'gemeente ' || antwoord.gemeente_code
        || ', antwoord op declaratie ' || toegekend.declaratie_nummer
where
    not antwoord.is_header_afgekeurd
    and gemeld.regel_code is null
    and antwoord.totaal_toegekend_eurocent is not null
    and antwoord.totaal_toegekend_eurocent <> toegekend.toegekend_eurocent
