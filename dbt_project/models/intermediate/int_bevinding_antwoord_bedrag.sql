-- Grain: rule, answer or line of an answer that counts for a claim. The line is not in the claim
-- (TR366), a value of the line or the total ingediend is not that of the claim (TR367), or the
-- total toegekend is not the sum of the lines that were not refused (W014).
with regel as (
    select * from {{ ref('int_declaratieregel_status') }}
),

debet_credit as (
    select * from {{ ref('debet_credit') }}
),

antwoord as (
    select * from {{ ref('int_declaratie_antwoord') }}
),

antwoord_regel as (
    select * from {{ ref('int_bevinding_antwoord_regel') }}
),

per_bericht as (
    select
        regel.gemeente_code,
        regel.aanbieder_agb,
        regel.bericht_identificatie,
        regel.dagtekening_datum,
        min(regel.declaratie_nummer) as declaratie_nummer,
        sum(debet_credit.teken * regel.ingediend_eurocent) as ingediend_eurocent,
        sum(
            case
                when regel.status = 'toegekend'
                    then debet_credit.teken * regel.ingediend_eurocent
                else 0
            end
        ) as toegekend_eurocent
    from regel
    inner join debet_credit on regel.debet_credit_code = debet_credit.debet_credit_code
    group by
        regel.gemeente_code,
        regel.aanbieder_agb,
        regel.bericht_identificatie,
        regel.dagtekening_datum
),

-- an answer that refuses the file may leave the claim and its totals out
totaal as (
    select
        antwoord.aanbieder_agb,
        antwoord.gemeente_code,
        antwoord.antwoord_datum as dagtekening_datum,
        'gemeente ' || antwoord.gemeente_code
        || ', antwoord op declaratie ' || per_bericht.declaratie_nummer as plaats,
        coalesce(antwoord.totaal_ingediend_eurocent = per_bericht.ingediend_eurocent, false)
            as is_ingediend_gelijk,
        coalesce(antwoord.totaal_toegekend_eurocent = per_bericht.toegekend_eurocent, false)
            as is_toegekend_gelijk
    from antwoord
    inner join per_bericht
        on
            antwoord.gemeente_code = per_bericht.gemeente_code
            and antwoord.aanbieder_agb = per_bericht.aanbieder_agb
            and antwoord.declaratie_identificatie = per_bericht.bericht_identificatie
            and antwoord.declaratie_dagtekening_datum = per_bericht.dagtekening_datum
    where not antwoord.is_header_afgekeurd
),

waarde as (
    select
        aanbieder_agb,
        gemeente_code,
        plaats,
        dagtekening_datum,
        is_ingediend_gelijk as is_gelijk
    from totaal
    union all
    select
        aanbieder_agb,
        gemeente_code,
        plaats,
        dagtekening_datum,
        -- a line or youth that is not in the claim has nothing to be equal to (TR366, TR304)
        is_gelijk or not is_regel_bekend or not is_client_bekend as is_gelijk
    from antwoord_regel
)

select
    'TR366' as regel_code,
    'jw325' as bericht,
    aanbieder_agb,
    gemeente_code,
    plaats,
    min(dagtekening_datum) as eerste_gezien
from antwoord_regel
where not is_regel_bekend
group by aanbieder_agb, gemeente_code, plaats
union all
select
    'TR367' as regel_code,
    'jw325' as bericht,
    aanbieder_agb,
    gemeente_code,
    plaats,
    min(dagtekening_datum) as eerste_gezien
from waarde
where not is_gelijk
group by aanbieder_agb, gemeente_code, plaats
union all
select
    'W014' as regel_code,
    'jw325' as bericht,
    aanbieder_agb,
    gemeente_code,
    plaats,
    min(dagtekening_datum) as eerste_gezien
from totaal
where not is_toegekend_gelijk
group by aanbieder_agb, gemeente_code, plaats
