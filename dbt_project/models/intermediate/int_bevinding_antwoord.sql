-- Grain: rule, answer to a claim. Its total ingediend is not that of the claim (TR367), or its
-- total toegekend is not the sum of the lines that it did not refuse (W014).
with regel as (
    select * from {{ ref('int_declaratieregel_status') }}
),

debet_credit as (
    select * from {{ ref('debet_credit') }}
),

antwoord as (
    select * from {{ ref('int_declaratie_antwoord') }}
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

vergeleken as (
    select
        antwoord.aanbieder_agb,
        antwoord.gemeente_code,
        antwoord.antwoord_datum as eerste_gezien,
        'gemeente ' || antwoord.gemeente_code
        || ', antwoord op declaratie ' || per_bericht.declaratie_nummer as plaats,
        coalesce(antwoord.totaal_ingediend_eurocent != per_bericht.ingediend_eurocent, true)
            as is_ingediend_anders,
        coalesce(antwoord.totaal_toegekend_eurocent != per_bericht.toegekend_eurocent, true)
            as is_toegekend_anders
    from antwoord
    inner join per_bericht
        on
            antwoord.gemeente_code = per_bericht.gemeente_code
            and antwoord.aanbieder_agb = per_bericht.aanbieder_agb
            and antwoord.declaratie_identificatie = per_bericht.bericht_identificatie
            and antwoord.declaratie_dagtekening_datum = per_bericht.dagtekening_datum
    where not antwoord.is_header_afgekeurd
)

select
    'TR367' as regel_code,
    'jw325' as bericht,
    aanbieder_agb,
    gemeente_code,
    plaats,
    min(eerste_gezien) as eerste_gezien
from vergeleken
where is_ingediend_anders
group by aanbieder_agb, gemeente_code, plaats
union all
select
    'W014' as regel_code,
    'jw325' as bericht,
    aanbieder_agb,
    gemeente_code,
    plaats,
    min(eerste_gezien) as eerste_gezien
from vergeleken
where is_toegekend_anders
group by aanbieder_agb, gemeente_code, plaats
