-- Lines in = lines in the fact + lines that another line with the same reference replaces.
with prestatie as (
    select * from {{ ref('stg_ijw__prestatie') }}
),

geldig as (
    select * from {{ ref('int_bericht_geldig') }}
),

feit as (
    select * from {{ ref('fct_declaratieregel') }}
),

dubbel as (
    select * from {{ ref('int_declaratieregel_dubbel') }}
),

verstuurd as (
    select
        prestatie.aanbieder_agb,
        count(*) as aantal
    from prestatie
    inner join geldig
        on prestatie.bericht_sleutel = geldig.bericht_sleutel
    group by prestatie.aanbieder_agb
),

verwerkt as (
    select aanbieder_agb
    from feit
    union all
    select aanbieder_agb
    from dubbel
),

geteld as (
    select
        aanbieder_agb,
        count(*) as aantal
    from verwerkt
    group by aanbieder_agb
)

select
    coalesce(verstuurd.aanbieder_agb, geteld.aanbieder_agb) as aanbieder_agb,
    verstuurd.aantal as aantal_verstuurd,
    geteld.aantal as aantal_verwerkt
from verstuurd
full outer join geteld
    on verstuurd.aanbieder_agb = geteld.aanbieder_agb
where verstuurd.aantal is distinct from geteld.aantal
