-- Grain: bericht, gemeente_code, aanbieder_agb, bericht_identificatie, dagtekening_datum: that is
-- what makes one message, in whatever bytes it came (TR056). A message that the other side refused
-- was never sent (OP286), unless it accepted a copy. What is dated after the stand is unknown yet.
with bericht as (
    select * from {{ ref('stg_ijw__bericht') }}
),

retour as (
    select * from {{ ref('stg_ijw__retour') }}
),

oordeel as (
    select
        heen_bericht,
        gemeente_code,
        aanbieder_agb,
        bericht_identificatie,
        dagtekening_datum,
        bool_and(is_afgekeurd) as is_afgekeurd
    from retour
    where {{ binnen_stand('retour_dagtekening_datum') }}
    group by
        heen_bericht,
        gemeente_code,
        aanbieder_agb,
        bericht_identificatie,
        dagtekening_datum
)

select
    bericht.bericht_sleutel,
    bericht.bericht,
    bericht.gemeente_code,
    bericht.aanbieder_agb,
    bericht.bericht_identificatie,
    bericht.dagtekening_datum
from bericht
left join retour
    on bericht.bericht_sleutel = retour.bericht_sleutel
left join oordeel
    on
        bericht.bericht = oordeel.heen_bericht
        and bericht.gemeente_code = oordeel.gemeente_code
        and bericht.aanbieder_agb = oordeel.aanbieder_agb
        and bericht.bericht_identificatie = oordeel.bericht_identificatie
        and bericht.dagtekening_datum = oordeel.dagtekening_datum
where
    bericht.status = 'aanvaard'
    and {{ binnen_stand('bericht.dagtekening_datum') }}
    and retour.bericht_sleutel is null
    and not coalesce(oordeel.is_afgekeurd, false)
qualify
    row_number() over (
        partition by
            bericht.bericht,
            bericht.gemeente_code,
            bericht.aanbieder_agb,
            bericht.bericht_identificatie,
            bericht.dagtekening_datum
        order by bericht.aantal_regels desc, bericht.bericht_sleutel asc
    ) = 1
