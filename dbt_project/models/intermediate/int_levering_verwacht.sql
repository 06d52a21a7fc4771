-- Grain: bron, moment of delivery. What of the bronnen without aanbieder was expected and came,
-- from the first moment of which anything came up to the last that has begun.
with moment as (
    select * from {{ ref('levering_verwacht') }}
),

bestand as (
    select * from {{ ref('int_bestand') }}
),

maand as (
    select * from {{ ref('dim_maand') }}
),

peil as (
    select * from {{ ref('int_peildatum') }}
),

periode as (
    select
        moment.levering_bron as bron,
        (maand.jaar + moment.jaar_verschil) || '-' || moment.moment as periode,
        maand.zorgmaand as begin_datum,
        maand.zorgmaand + moment.termijn_dagen as uiterste_datum,
        lead(maand.zorgmaand) over (
            partition by moment.levering_bron order by maand.zorgmaand
        ) as volgende_datum
    from moment
    inner join maand on moment.begin_maand = maand.maand_nummer
    where {{ geldt_op('maand.zorgmaand', 'moment') }}
),

met_bestand as (
    select
        periode.bron,
        periode.periode,
        periode.begin_datum,
        periode.uiterste_datum,
        min(bestand.ontvangst_datum) filter (where bestand.status = 'gelezen')
            as eerste_ontvangst_datum,
        coalesce(sum(bestand.aantal_rijen_aanvaard), 0) as rijen_aanvaard,
        coalesce(sum(bestand.aantal_rijen_geweigerd), 0) as rijen_geweigerd
    from periode
    left join bestand
        on
            periode.bron = bestand.bron
            and periode.begin_datum <= bestand.ontvangst_datum
            and coalesce(periode.volgende_datum, date '9999-12-31') > bestand.ontvangst_datum
    group by periode.bron, periode.periode, periode.begin_datum, periode.uiterste_datum
),

eerste as (
    select
        bron,
        min(begin_datum) as begin_datum
    from met_bestand
    where eerste_ontvangst_datum is not null
    group by bron
)

select
    met_bestand.bron,
    met_bestand.periode,
    met_bestand.uiterste_datum,
    met_bestand.eerste_ontvangst_datum is not null as ontvangen,
    met_bestand.eerste_ontvangst_datum,
    met_bestand.rijen_aanvaard,
    met_bestand.rijen_geweigerd
from met_bestand
inner join eerste
    on met_bestand.bron = eerste.bron and met_bestand.begin_datum >= eerste.begin_datum
cross join peil
where met_bestand.begin_datum <= peil.peildatum
