-- Grain: rule, answer to a request (jw319). It answers no request that was sent before (TR355),
-- comes after the toewijzing (TR359), or after another answer: under investigation is said once
-- (TR360), and nothing else follows a rejection (TR365). Of one day, under investigation is first.
with antwoord as (
    select * from {{ ref('stg_ijw__antwoord') }}
),

geldig as (
    select * from {{ ref('int_bericht_geldig') }}
),

soort_antwoord as (
    select * from {{ ref('verzoek_antwoord') }}
),

aanvraag as (
    select * from {{ ref('int_bevinding_aanvraag') }}
),

versie as (
    select * from {{ ref('int_toewijzing_versie') }}
),

eerste_aanvraag as (
    select
        gemeente_code,
        aanbieder_agb,
        referentie_aanbieder,
        min(dagtekening_datum) as dagtekening_datum
    from aanvraag
    group by gemeente_code, aanbieder_agb, referentie_aanbieder
),

eerste_toekenning as (
    select
        gemeente_code,
        aanbieder_agb,
        referentie_aanbieder,
        min(dagtekening_datum) as dagtekening_datum
    from versie
    where referentie_aanbieder is not null
    group by gemeente_code, aanbieder_agb, referentie_aanbieder
),

genummerd as (
    select
        antwoord.gemeente_code,
        antwoord.aanbieder_agb,
        antwoord.referentie_aanbieder,
        antwoord.dagtekening_datum,
        soort_antwoord.is_afwijzing,
        row_number() over volgorde as volgnummer,
        -- up to and including this answer
        count(*) filter (where soort_antwoord.is_afwijzing) over volgorde as aantal_afwijzingen
    from antwoord
    inner join geldig on antwoord.bericht_sleutel = geldig.bericht_sleutel
    inner join soort_antwoord
        on antwoord.verzoek_antwoord_code = soort_antwoord.verzoek_antwoord_code
    window
        volgorde as (
            partition by
                antwoord.gemeente_code, antwoord.aanbieder_agb, antwoord.referentie_aanbieder
            order by
                antwoord.dagtekening_datum asc,
                soort_antwoord.is_afwijzing asc,
                antwoord.bericht_identificatie asc
            rows between unbounded preceding and current row
        )
),

beoordeeld as (
    select
        genummerd.*,
        not genummerd.is_afwijzing and genummerd.volgnummer - genummerd.aantal_afwijzingen > 1
            as is_weer_in_onderzoek,
        genummerd.aantal_afwijzingen > cast(genummerd.is_afwijzing as integer)
            as is_na_afwijzing,
        'gemeente ' || genummerd.gemeente_code
        || ', verzoek ' || genummerd.referentie_aanbieder as plaats,
        coalesce(genummerd.dagtekening_datum >= eerste_aanvraag.dagtekening_datum, false)
            as is_aangevraagd,
        coalesce(genummerd.dagtekening_datum > eerste_toekenning.dagtekening_datum, false)
            as is_toegekend
    from genummerd
    left join eerste_aanvraag
        on
            genummerd.gemeente_code = eerste_aanvraag.gemeente_code
            and genummerd.aanbieder_agb = eerste_aanvraag.aanbieder_agb
            and genummerd.referentie_aanbieder = eerste_aanvraag.referentie_aanbieder
    left join eerste_toekenning
        on
            genummerd.gemeente_code = eerste_toekenning.gemeente_code
            and genummerd.aanbieder_agb = eerste_toekenning.aanbieder_agb
            and genummerd.referentie_aanbieder = eerste_toekenning.referentie_aanbieder
)

select
    'TR355' as regel_code,
    'jw319' as bericht,
    aanbieder_agb,
    gemeente_code,
    plaats,
    min(dagtekening_datum) as eerste_gezien
from beoordeeld
where not is_aangevraagd
group by aanbieder_agb, gemeente_code, plaats
union all
select
    'TR359' as regel_code,
    'jw319' as bericht,
    aanbieder_agb,
    gemeente_code,
    plaats,
    min(dagtekening_datum) as eerste_gezien
from beoordeeld
where is_toegekend
group by aanbieder_agb, gemeente_code, plaats
union all
select
    'TR360' as regel_code,
    'jw319' as bericht,
    aanbieder_agb,
    gemeente_code,
    plaats,
    min(dagtekening_datum) as eerste_gezien
from beoordeeld
where is_weer_in_onderzoek
group by aanbieder_agb, gemeente_code, plaats
union all
select
    'TR365' as regel_code,
    'jw319' as bericht,
    aanbieder_agb,
    gemeente_code,
    plaats,
    min(dagtekening_datum) as eerste_gezien
from beoordeeld
where is_na_afwijzing and not is_weer_in_onderzoek
group by aanbieder_agb, gemeente_code, plaats
