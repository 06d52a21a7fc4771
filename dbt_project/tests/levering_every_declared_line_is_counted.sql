-- The lines of the accepted claims and of those in quarantine are all in fct_levering.
with levering as (
    select * from {{ ref('fct_levering') }}
),

declaratie as (
    select * from {{ ref('stg_ijw__declaratie') }}
),

geldig as (
    select * from {{ ref('int_bericht_geldig') }}
),

bericht as (
    select *
    from {{ ref('stg_ijw__bericht') }}
    where {{ binnen_stand('ontvangst_datum') }}
),

geteld as (
    select
        coalesce(sum(rijen_aanvaard), 0) as rijen_aanvaard,
        coalesce(sum(rijen_geweigerd), 0) as rijen_geweigerd
    from levering
    where bron = 'ijw'
),

aanvaard as (
    select coalesce(sum(declaratie.aantal_regels), 0) as aantal
    from declaratie
    inner join geldig on declaratie.bericht_sleutel = geldig.bericht_sleutel
),

geweigerd as (
    select coalesce(sum(aantal_regels), 0) as aantal
    from bericht
    where status = 'quarantaine' and bericht = 'jw323' and aanbieder_agb is not null
)

select
    geteld.rijen_aanvaard,
    aanvaard.aantal as aantal_aanvaard,
    geteld.rijen_geweigerd,
    geweigerd.aantal as aantal_geweigerd
from geteld
cross join aanvaard
cross join geweigerd
where
    geteld.rijen_aanvaard != aanvaard.aantal
    or geteld.rijen_geweigerd != geweigerd.aantal
