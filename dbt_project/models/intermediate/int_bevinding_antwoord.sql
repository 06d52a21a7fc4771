-- Grain: rule, answer to a claim. The claim was never received (TR337), has another number than the
-- answer says (TR376) or was made with another version of the schema (TR371).
with antwoord as (
    select * from {{ ref('stg_ijw__declaratie_antwoord') }}
),

geldig as (
    select * from {{ ref('int_bericht_geldig') }}
),

bericht as (
    select *
    from {{ ref('stg_ijw__bericht') }}
    where bericht = 'jw323' and {{ binnen_stand('dagtekening_datum') }}
),

declaratie as (
    select * from {{ ref('stg_ijw__declaratie') }}
),

-- also a claim that was refused at the door was received: an answer may say so
ontvangen as (
    select
        bericht.gemeente_code,
        bericht.aanbieder_agb,
        bericht.bericht_identificatie,
        bericht.dagtekening_datum,
        list(declaratie.declaratie_nummer) filter (
            where declaratie.declaratie_nummer is not null
        ) as declaratie_nummers,
        list((bericht.basisschema_xsd_versie, bericht.bericht_xsd_versie)) filter (
            where bericht.bericht_xsd_versie is not null
        ) as xsd_versies
    from bericht
    left join declaratie on bericht.bericht_sleutel = declaratie.bericht_sleutel
    group by
        bericht.gemeente_code,
        bericht.aanbieder_agb,
        bericht.bericht_identificatie,
        bericht.dagtekening_datum
),

vergeleken as (
    select
        antwoord.aanbieder_agb,
        antwoord.gemeente_code,
        antwoord.dagtekening_datum,
        'gemeente ' || antwoord.gemeente_code
        || ', antwoord ' || antwoord.bericht_identificatie
        || ' op bericht ' || antwoord.declaratie_identificatie
        || ' van ' || antwoord.declaratie_dagtekening_datum as plaats,
        ontvangen.bericht_identificatie is not null as is_ontvangen,
        list_contains(ontvangen.declaratie_nummers, antwoord.declaratie_nummer)
            as is_nummer_gelijk,
        list_contains(
            ontvangen.xsd_versies,
            (antwoord.declaratie_basisschema_xsd_versie, antwoord.declaratie_bericht_xsd_versie)
        ) as is_xsd_versie_gelijk
    from antwoord
    inner join geldig on antwoord.bericht_sleutel = geldig.bericht_sleutel
    left join ontvangen
        on
            antwoord.gemeente_code = ontvangen.gemeente_code
            and antwoord.aanbieder_agb = ontvangen.aanbieder_agb
            and antwoord.declaratie_identificatie = ontvangen.bericht_identificatie
            and antwoord.declaratie_dagtekening_datum = ontvangen.dagtekening_datum
)

select
    'TR337' as regel_code,
    'jw325' as bericht,
    aanbieder_agb,
    gemeente_code,
    plaats,
    min(dagtekening_datum) as eerste_gezien
from vergeleken
where not is_ontvangen
group by aanbieder_agb, gemeente_code, plaats
union all
select
    'TR376' as regel_code,
    'jw325' as bericht,
    aanbieder_agb,
    gemeente_code,
    plaats,
    min(dagtekening_datum) as eerste_gezien
from vergeleken
where not is_nummer_gelijk
group by aanbieder_agb, gemeente_code, plaats
union all
select
    'TR371' as regel_code,
    'jw325' as bericht,
    aanbieder_agb,
    gemeente_code,
    plaats,
    min(dagtekening_datum) as eerste_gezien
from vergeleken
where not is_xsd_versie_gelijk
group by aanbieder_agb, gemeente_code, plaats
