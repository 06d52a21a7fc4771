-- Grain: message. A message that the other side refused was never sent (OP286); a message dated
-- after the stand is not known yet, and neither is a refusal dated after the stand.
with bericht as (
    select * from {{ ref('stg_ijw__bericht') }}
),

retour as (
    select * from {{ ref('stg_ijw__retour') }}
),

afkeuring as (
    select distinct
        heen_bericht,
        gemeente_code,
        aanbieder_agb,
        bericht_identificatie,
        dagtekening_datum
    from retour
    where is_afgekeurd and {{ binnen_stand('retour_dagtekening_datum') }}
)

select
    bericht.bericht_sleutel,
    bericht.bericht,
    bericht.gemeente_code,
    bericht.aanbieder_agb,
    bericht.bericht_identificatie,
    bericht.dagtekening_datum,
    bericht.ontvangst_datum
from bericht
left join retour
    on bericht.bericht_sleutel = retour.bericht_sleutel
left join afkeuring
    on
        bericht.bericht = afkeuring.heen_bericht
        and bericht.gemeente_code = afkeuring.gemeente_code
        and bericht.aanbieder_agb = afkeuring.aanbieder_agb
        and bericht.bericht_identificatie = afkeuring.bericht_identificatie
        and bericht.dagtekening_datum = afkeuring.dagtekening_datum
where
    bericht.status = 'aanvaard'
    and {{ binnen_stand('bericht.dagtekening_datum') }}
    and retour.bericht_sleutel is null
    and afkeuring.heen_bericht is null
