-- Grain: message whose Identificatie its sender used before for another message of that kind
-- (TR056). The same message in two files is one message. A retour is known by its own
-- identification, and comes from the receiver of the message that it answers.
with bericht as (
    select * from {{ ref('stg_ijw__bericht') }}
),

geldig as (
    select * from {{ ref('int_bericht_geldig') }}
),

retour as (
    select *
    from {{ ref('stg_ijw__retour') }}
    where {{ binnen_stand('retour_dagtekening_datum') }}
),

bericht_afzender as (
    select * from {{ ref('bericht_afzender') }}
),

verzonden as (
    select
        bericht.bericht,
        bericht.bericht_sleutel,
        bericht.gemeente_code,
        bericht.aanbieder_agb,
        bericht.bericht_identificatie,
        bericht.dagtekening_datum
    from bericht
    inner join geldig
        on
            bericht.bericht = geldig.bericht
            and bericht.gemeente_code = geldig.gemeente_code
            and bericht.aanbieder_agb = geldig.aanbieder_agb
            and bericht.bericht_identificatie = geldig.bericht_identificatie
            and bericht.dagtekening_datum = geldig.dagtekening_datum
    where bericht.status = 'aanvaard'
    union all
    select
        bericht,
        bericht_sleutel,
        gemeente_code,
        aanbieder_agb,
        retour_identificatie as bericht_identificatie,
        retour_dagtekening_datum as dagtekening_datum
    from retour
),

met_afzender as (
    select
        verzonden.*,
        case
            when bericht_afzender.afzender = 'gemeente' then verzonden.gemeente_code
            else verzonden.aanbieder_agb
        end as afzender_code
    from verzonden
    inner join bericht_afzender on verzonden.bericht = bericht_afzender.bericht
),

hergebruikt as (
    select
        bericht,
        bericht_identificatie,
        afzender_code
    from met_afzender
    group by bericht, bericht_identificatie, afzender_code
    having count(*) > 1
),

genummerd as (
    select
        met_afzender.*,
        row_number() over (
            partition by
                met_afzender.bericht,
                met_afzender.bericht_identificatie,
                met_afzender.afzender_code
            order by met_afzender.dagtekening_datum asc, met_afzender.bericht_sleutel asc
        ) as volgnummer
    from met_afzender
    inner join hergebruikt
        on
            met_afzender.bericht = hergebruikt.bericht
            and met_afzender.bericht_identificatie = hergebruikt.bericht_identificatie
            and met_afzender.afzender_code = hergebruikt.afzender_code
)

select
    'TR056' as regel_code,
    bericht,
    aanbieder_agb,
    gemeente_code,
    bericht || ', identificatie ' || bericht_identificatie
    || ', dagtekening ' || dagtekening_datum as plaats,
    dagtekening_datum as eerste_gezien
from genummerd
where volgnummer > 1
group by bericht, aanbieder_agb, gemeente_code, bericht_identificatie, dagtekening_datum
