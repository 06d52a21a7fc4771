-- Grain: rule, place. A reference of a line (TR314) or a number of a claim (TR333) that the
-- aanbieder uses again. What was refused does not use a number up: it was never sent (OP286).
with regel as (
    select * from {{ ref('int_declaratieregel_status') }}
),

declaratie_status as (
    select * from {{ ref('declaratie_status') }}
),

declaratie as (
    select * from {{ ref('stg_ijw__declaratie') }}
),

geldig as (
    select * from {{ ref('int_bericht_geldig') }}
),

antwoord as (
    select * from {{ ref('int_declaratie_antwoord') }}
),

genummerde_regel as (
    select
        regel.aanbieder_agb,
        regel.gemeente_code,
        regel.declaratie_nummer,
        regel.referentie_nummer,
        regel.dagtekening_datum,
        row_number() over (
            partition by regel.aanbieder_agb, regel.referentie_nummer
            order by
                regel.dagtekening_datum asc,
                regel.bericht_identificatie asc,
                regel.bericht_sleutel asc,
                regel.regel_volgnummer asc
        ) as volgnummer
    from regel
    inner join declaratie_status on regel.status = declaratie_status.status
    where declaratie_status.telt_als_kosten
),

genummerde_declaratie as (
    select
        declaratie.aanbieder_agb,
        declaratie.gemeente_code,
        declaratie.declaratie_nummer,
        declaratie.bericht_identificatie,
        declaratie.dagtekening_datum,
        row_number() over (
            partition by declaratie.aanbieder_agb, declaratie.declaratie_nummer
            order by
                declaratie.dagtekening_datum asc,
                declaratie.bericht_identificatie asc,
                declaratie.bericht_sleutel asc
        ) as volgnummer
    from declaratie
    inner join geldig on declaratie.bericht_sleutel = geldig.bericht_sleutel
    left join antwoord
        on
            declaratie.gemeente_code = antwoord.gemeente_code
            and declaratie.aanbieder_agb = antwoord.aanbieder_agb
            and declaratie.bericht_identificatie = antwoord.declaratie_identificatie
            and declaratie.dagtekening_datum = antwoord.declaratie_dagtekening_datum
    where
        not coalesce(antwoord.is_header_afgekeurd, false)
        and not coalesce(antwoord.is_declaratie_afgekeurd, false)
)

select
    'TR314' as regel_code,
    'jw323' as bericht,
    aanbieder_agb,
    gemeente_code,
    'declaratie ' || declaratie_nummer || ', regel ' || referentie_nummer as plaats,
    min(dagtekening_datum) as eerste_gezien
from genummerde_regel
where volgnummer > 1
group by aanbieder_agb, gemeente_code, declaratie_nummer, referentie_nummer
union all
select
    'TR333' as regel_code,
    'jw323' as bericht,
    aanbieder_agb,
    gemeente_code,
    'declaratie ' || declaratie_nummer
    || ', bericht ' || bericht_identificatie
    || ' van ' || dagtekening_datum as plaats,
    dagtekening_datum as eerste_gezien
from genummerde_declaratie
where volgnummer > 1
