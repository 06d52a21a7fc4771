-- Grain: one row. Running care, waits and elapsed months count up to and including this day.
with bericht as (
    select * from {{ ref('stg_ijw__bericht') }}
),

retour as (
    select * from {{ ref('stg_ijw__retour') }}
),

kwartaalcijfers_bestand as (
    select * from {{ ref('stg_kwartaalcijfers__bestand') }}
),

circulaires_bestand as (
    select * from {{ ref('stg_circulaires__bestand') }}
),

contracten_bestand as (
    select * from {{ ref('stg_contracten__bestand') }}
),

veilig_thuis_bestand as (
    select * from {{ ref('stg_veilig_thuis__bestand') }}
),

referentie_bestand as (
    select * from {{ ref('stg_referentie__bestand') }}
),

ijw_datum as (
    select dagtekening_datum as datum
    from bericht
    where status = 'aanvaard'
    union all
    select retour_dagtekening_datum as datum
    from retour
),

overige_datum as (
    select ontvangst_datum as datum
    from kwartaalcijfers_bestand
    where status = 'gelezen'
    union all
    select ontvangst_datum as datum
    from circulaires_bestand
    where status = 'gelezen'
    union all
    select ontvangst_datum as datum
    from contracten_bestand
    where status = 'gelezen'
    union all
    select ontvangst_datum as datum
    from veilig_thuis_bestand
    where status = 'gelezen'
    union all
    select ontvangst_datum as datum
    from referentie_bestand
    where status = 'gelezen'
),

laatste_ijw as (
    select max(datum) as datum
    from ijw_datum
),

laatste_overig as (
    select max(datum) as datum
    from overige_datum
)

select coalesce({{ stand_datum() }}, laatste_ijw.datum, laatste_overig.datum) as peildatum
from laatste_ijw
cross join laatste_overig
