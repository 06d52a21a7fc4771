-- Grain: message that waits longer for its retour or answer than the standard allows (W003). Not
-- every receiver lets the region see the retours that approve: only one that does is judged, from
-- its first approval on. A refused message had its answer and was never sent.
with bericht as (
    select * from {{ ref('int_bericht_geldig') }}
),

retour as (
    select *
    from {{ ref('stg_ijw__retour') }}
    where {{ binnen_stand('retour_dagtekening_datum') }}
),

declaratie_antwoord as (
    select *
    from {{ ref('stg_ijw__declaratie_antwoord') }}
    where {{ binnen_stand('dagtekening_datum') }}
),

antwoordtermijn as (
    select * from {{ ref('antwoordtermijn') }}
),

bericht_afzender as (
    select * from {{ ref('bericht_afzender') }}
),

werkdag as (
    select * from {{ ref('int_werkdag') }}
),

peil as (
    select werkdag.werkdag_nummer
    from {{ ref('int_peildatum') }} as peildatum
    inner join werkdag on peildatum.peildatum = werkdag.datum
),

goedkeuring as (
    select
        heen_bericht as bericht,
        gemeente_code,
        aanbieder_agb,
        bericht_identificatie,
        dagtekening_datum
    from retour
    where not is_afgekeurd
    union
    select
        'jw323' as bericht,
        gemeente_code,
        aanbieder_agb,
        declaratie_identificatie as bericht_identificatie,
        declaratie_dagtekening_datum as dagtekening_datum
    from declaratie_antwoord
),

beantwoord as (
    select
        goedkeuring.*,
        case
            when bericht_afzender.afzender = 'gemeente' then goedkeuring.aanbieder_agb
            else goedkeuring.gemeente_code
        end as ontvanger
    from goedkeuring
    inner join bericht_afzender on goedkeuring.bericht = bericht_afzender.bericht
),

antwoorder as (
    select
        bericht,
        ontvanger,
        min(dagtekening_datum) as vanaf_datum
    from beantwoord
    group by bericht, ontvanger
),

verzonden as (
    select
        bericht.bericht,
        bericht.aanbieder_agb,
        bericht.gemeente_code,
        bericht.bericht_identificatie,
        bericht.dagtekening_datum,
        case
            when bericht_afzender.afzender = 'gemeente' then bericht.aanbieder_agb
            else bericht.gemeente_code
        end as ontvanger
    from bericht
    inner join bericht_afzender on bericht.bericht = bericht_afzender.bericht
),

beoordeeld as (
    select
        verzonden.bericht,
        verzonden.aanbieder_agb,
        verzonden.gemeente_code,
        verzonden.bericht_identificatie,
        verzonden.dagtekening_datum,
        antwoordtermijn.antwoord_bericht,
        werkdag.werkdag_nummer + antwoordtermijn.antwoord_werkdagen as laatste_werkdag_nummer,
        beantwoord.bericht is null
        and peil.werkdag_nummer
        > werkdag.werkdag_nummer + antwoordtermijn.antwoord_werkdagen as is_te_laat
    from verzonden
    inner join antwoordtermijn on verzonden.bericht = antwoordtermijn.bericht
    inner join antwoorder
        on
            verzonden.bericht = antwoorder.bericht
            and verzonden.ontvanger = antwoorder.ontvanger
            and verzonden.dagtekening_datum >= antwoorder.vanaf_datum
    inner join werkdag on verzonden.dagtekening_datum = werkdag.datum
    cross join peil
    left join beantwoord
        on
            verzonden.bericht = beantwoord.bericht
            and verzonden.gemeente_code = beantwoord.gemeente_code
            and verzonden.aanbieder_agb = beantwoord.aanbieder_agb
            and verzonden.bericht_identificatie = beantwoord.bericht_identificatie
            and verzonden.dagtekening_datum = beantwoord.dagtekening_datum
)

select
    'W003' as regel_code,
    beoordeeld.antwoord_bericht as bericht,
    beoordeeld.aanbieder_agb,
    beoordeeld.gemeente_code,
    'geen ' || beoordeeld.antwoord_bericht || ' op ' || beoordeeld.bericht
    || ', identificatie ' || beoordeeld.bericht_identificatie
    || ', dagtekening ' || beoordeeld.dagtekening_datum as plaats,
    min(werkdag.datum) as eerste_gezien
from beoordeeld
inner join werkdag
    on
        beoordeeld.laatste_werkdag_nummer + 1 = werkdag.werkdag_nummer
        and werkdag.is_werkdag
where beoordeeld.is_te_laat
group by
    beoordeeld.bericht,
    beoordeeld.antwoord_bericht,
    beoordeeld.aanbieder_agb,
    beoordeeld.gemeente_code,
    beoordeeld.bericht_identificatie,
    beoordeeld.dagtekening_datum
