-- Grain: bron, ontvangstmaand. What arrived of the bronnen that have no agreed moment of delivery
-- (those of int_levering_verwacht have one).
with circulaires as (
    select * from {{ ref('stg_circulaires__bestand') }}
),

contracten as (
    select * from {{ ref('stg_contracten__bestand') }}
),

veilig_thuis as (
    select * from {{ ref('stg_veilig_thuis__bestand') }}
),

referentie as (
    select * from {{ ref('stg_referentie__bestand') }}
),

moment as (
    select * from {{ ref('levering_verwacht') }}
),

met_moment as (
    select distinct levering_bron
    from moment
),

alles as (
    select * from circulaires
    union all
    select * from contracten
    union all
    select * from veilig_thuis
    union all
    select * from referentie
),

bestand as (
    select alles.*
    from alles
    left join met_moment on alles.bron = met_moment.levering_bron
    where met_moment.levering_bron is null
)

select
    bron,
    ontvangstmaand as periode,
    bool_or(status = 'gelezen') as ontvangen,
    min(ontvangst_datum) as eerste_ontvangst_datum,
    sum(aantal_rijen_aanvaard) as rijen_aanvaard,
    sum(aantal_rijen_geweigerd) as rijen_geweigerd
from bestand
where {{ binnen_stand('ontvangst_datum') }}
group by bron, ontvangstmaand
