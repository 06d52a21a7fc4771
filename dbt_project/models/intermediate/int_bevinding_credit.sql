-- Grain: rule, credit that was not refused. Its debit is unknown, was refused, or was granted only
-- after the credit was sent (TR323); another credit already took that debit back (TR390); or its
-- content is not that of the debit (W016).
with credit as (
    select *
    from {{ ref('int_declaratieregel_credit') }}
    where status != 'afgekeurd'
),

regel as (
    select *
    from {{ ref('int_declaratieregel_status') }}
    where rangnummer = 1
),

antwoord as (
    select * from {{ ref('stg_ijw__declaratie_antwoord') }}
),

geldig as (
    select * from {{ ref('int_bericht_geldig') }}
),

-- the day on which the aanbieder could first know what became of the debit
eerste_antwoord as (
    select
        antwoord.gemeente_code,
        antwoord.aanbieder_agb,
        antwoord.declaratie_identificatie,
        antwoord.declaratie_dagtekening_datum,
        min(antwoord.dagtekening_datum) as antwoord_datum
    from antwoord
    inner join geldig on antwoord.bericht_sleutel = geldig.bericht_sleutel
    group by
        antwoord.gemeente_code,
        antwoord.aanbieder_agb,
        antwoord.declaratie_identificatie,
        antwoord.declaratie_dagtekening_datum
),

vergeleken as (
    select
        credit.aanbieder_agb,
        credit.gemeente_code,
        credit.dagtekening_datum,
        credit.soort_debet,
        credit.volgnummer,
        'declaratie ' || credit.declaratie_nummer
        || ', regel ' || credit.referentie_nummer as plaats,
        coalesce(debet.status = 'afgekeurd', false) as is_debet_afgekeurd,
        coalesce(
            debet.status = 'toegekend'
            and eerste_antwoord.antwoord_datum > credit.dagtekening_datum,
            false
        ) as is_te_vroeg,
        (
            debet.client_sleutel,
            debet.toewijzing_nummer,
            debet.product_categorie_code,
            debet.product_code,
            debet.product_periode_begin_datum,
            debet.product_periode_eind_datum,
            debet.geleverd_volume,
            debet.eenheid_code,
            debet.product_tarief_eurocent,
            debet.ingediend_eurocent
        ) = (
            creditregel.client_sleutel,
            creditregel.toewijzing_nummer,
            creditregel.product_categorie_code,
            creditregel.product_code,
            creditregel.product_periode_begin_datum,
            creditregel.product_periode_eind_datum,
            creditregel.geleverd_volume,
            creditregel.eenheid_code,
            creditregel.product_tarief_eurocent,
            creditregel.ingediend_eurocent
        ) as is_inhoud_gelijk
    from credit
    inner join regel as creditregel
        on
            credit.aanbieder_agb = creditregel.aanbieder_agb
            and credit.referentie_nummer = creditregel.referentie_nummer
    left join regel as debet
        on
            credit.aanbieder_agb = debet.aanbieder_agb
            and credit.vorig_referentie_nummer = debet.referentie_nummer
    left join eerste_antwoord
        on
            debet.gemeente_code = eerste_antwoord.gemeente_code
            and debet.aanbieder_agb = eerste_antwoord.aanbieder_agb
            and debet.bericht_identificatie = eerste_antwoord.declaratie_identificatie
            and debet.dagtekening_datum = eerste_antwoord.declaratie_dagtekening_datum
)

select
    'TR323' as regel_code,
    'jw323' as bericht,
    aanbieder_agb,
    gemeente_code,
    plaats,
    dagtekening_datum as eerste_gezien
from vergeleken
where soort_debet != 'debet' or is_debet_afgekeurd or is_te_vroeg
union all
select
    'TR390' as regel_code,
    'jw323' as bericht,
    aanbieder_agb,
    gemeente_code,
    plaats,
    dagtekening_datum as eerste_gezien
from vergeleken
where soort_debet = 'debet' and volgnummer > 1
union all
select
    'W016' as regel_code,
    'jw323' as bericht,
    aanbieder_agb,
    gemeente_code,
    plaats,
    dagtekening_datum as eerste_gezien
from vergeleken
where soort_debet = 'debet' and not is_inhoud_gelijk
