-- TR342: what the 325 says it granted is what we count as granted, claim by claim. A provider or
-- gemeente may break this, so it warns and does not hold back the figures.
{{ config(severity='warn') }}

with antwoord as (
    select * from {{ ref('int_declaratie_antwoord') }}
),

regel as (
    select * from {{ ref('int_declaratieregel_status') }}
),

debet_credit as (
    select * from {{ ref('debet_credit') }}
),

toegekend as (
    select
        regel.gemeente_code,
        regel.aanbieder_agb,
        regel.bericht_identificatie,
        regel.dagtekening_datum,
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
where
    antwoord.totaal_toegekend_eurocent is not null
    and antwoord.totaal_toegekend_eurocent <> toegekend.toegekend_eurocent
