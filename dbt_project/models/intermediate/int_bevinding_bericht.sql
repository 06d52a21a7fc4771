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

genummerd as (
    select
        verzonden.*,
        row_number() over (
            partition by
                verzonden.bericht,
                verzonden.bericht_identificatie,
                case
                    when bericht_afzender.afzender = 'gemeente' then verzonden.gemeente_code
                    else verzonden.aanbieder_agb
                end
            order by verzonden.dagtekening_datum asc, verzonden.bericht_sleutel asc
        ) as volgnummer
    from verzonden
    inner join bericht_afzender on verzonden.bericht = bericht_afzender.bericht
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
