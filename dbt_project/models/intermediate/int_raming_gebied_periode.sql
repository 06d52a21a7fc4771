-- Grain: gebied_code, zorgvorm_groep, periode_soort, periode with cost or with something to come:
-- every maand, and the kwartalen and jaren from the first year that may still change. Declared,
-- still to come with its range, and how many jeugdigen that rests on: those with cost, and those
-- in care of whom the claim may still come.
with kosten as (
    select * from {{ ref('fct_kosten') }}
),

raming as (
    select * from {{ ref('fct_nog_te_verwachten') }}
),

marge as (
    select * from {{ ref('int_raming_interval') }}
),

regel as (
    select * from {{ ref('fct_declaratieregel') }}
),

zorggebruik as (
    select * from {{ ref('fct_zorggebruik') }}
),

declaratie_status as (
    select * from {{ ref('declaratie_status') }}
),

gebied as (
    select * from {{ ref('int_publicatie_gebied') }}
),

zorgvorm as (
    select * from {{ ref('int_publicatie_zorgvorm') }}
),

maand as (
    select * from {{ ref('dim_maand') }}
),

peil as (
    select * from {{ ref('int_peildatum') }}
),

-- jeugdigen are counted from the first year that may still change
eerste as (
    select
        coalesce(
            date_trunc('year', min(raming.zorgmaand)), date_trunc('year', peil.peildatum)
        ) as zorgmaand
    from peil
    left join raming on peil.peildatum >= raming.zorgmaand
    group by peil.peildatum
),

periode as (
    select
        zorgmaand,
        'maand' as periode_soort,
        left(cast(zorgmaand as varchar), 7) as periode
    from maand
    union all
    select
        zorgmaand,
        'kwartaal' as periode_soort,
        kwartaal as periode
    from maand
    union all
    select
        zorgmaand,
        'jaar' as periode_soort,
        cast(jaar as varchar) as periode
    from maand
),

bedrag as (
    select
        gemeente_code,
        zorgvorm,
        zorgmaand,
        toegekend_eurocent + in_behandeling_eurocent as gedeclareerd_eurocent,
        kosten_eurocent,
        0 as nog_te_verwachten_eurocent
    from kosten
    union all
    select
        gemeente_code,
        zorgvorm,
        zorgmaand,
        0 as gedeclareerd_eurocent,
        0 as kosten_eurocent,
        nog_te_verwachten_eurocent
    from raming
),

per_gebied as (
    select
        gebied.gebied_code,
        zorgvorm.zorgvorm_groep,
        bedrag.zorgmaand,
        sum(bedrag.gedeclareerd_eurocent) as gedeclareerd_eurocent,
        sum(bedrag.kosten_eurocent) as kosten_eurocent,
        sum(bedrag.nog_te_verwachten_eurocent) as nog_te_verwachten_eurocent
    from bedrag
    inner join gebied on bedrag.gemeente_code = gebied.gemeente_code
    inner join zorgvorm on bedrag.zorgvorm = zorgvorm.zorgvorm
    group by gebied.gebied_code, zorgvorm.zorgvorm_groep, bedrag.zorgmaand
),

som as (
    select
        per_gebied.gebied_code,
        per_gebied.zorgvorm_groep,
        periode.periode_soort,
        periode.periode,
        sum(per_gebied.gedeclareerd_eurocent) as gedeclareerd_eurocent,
        sum(per_gebied.kosten_eurocent) as kosten_eurocent,
        sum(per_gebied.nog_te_verwachten_eurocent) as nog_te_verwachten_eurocent
    from per_gebied
    inner join periode on per_gebied.zorgmaand = periode.zorgmaand
    cross join eerste
    where periode.periode_soort = 'maand' or per_gebied.zorgmaand >= eerste.zorgmaand
    group by
        per_gebied.gebied_code,
        per_gebied.zorgvorm_groep,
        periode.periode_soort,
        periode.periode
),

per_maand as (
    select
        regel.gemeente_code,
        regel.zorgvorm,
        regel.zorgmaand,
        regel.client_sleutel,
        sum(regel.ingediend_eurocent) != 0 as heeft_kosten
    from regel
    inner join declaratie_status on regel.status = declaratie_status.status
    inner join eerste on regel.zorgmaand >= eerste.zorgmaand
    where declaratie_status.telt_als_kosten
    group by regel.gemeente_code, regel.zorgvorm, regel.zorgmaand, regel.client_sleutel
    union all
    select
        zorggebruik.gemeente_code,
        zorggebruik.zorgvorm,
        zorggebruik.zorgmaand,
        zorggebruik.client_sleutel,
        false as heeft_kosten
    from zorggebruik
    inner join eerste on zorggebruik.zorgmaand >= eerste.zorgmaand
),

per_gemeente as (
    select
        per_maand.gemeente_code,
        per_maand.zorgvorm,
        periode.periode_soort,
        periode.periode,
        per_maand.client_sleutel,
        bool_or(per_maand.heeft_kosten) as heeft_kosten
    from per_maand
    inner join periode on per_maand.zorgmaand = periode.zorgmaand
    group by
        per_maand.gemeente_code,
        per_maand.zorgvorm,
        periode.periode_soort,
        periode.periode,
        per_maand.client_sleutel
),

per_jeugdige as (
    select
        gebied.gebied_code,
        zorgvorm.zorgvorm_groep,
        per_gemeente.periode_soort,
        per_gemeente.periode,
        per_gemeente.client_sleutel,
        bool_or(per_gemeente.heeft_kosten) as heeft_kosten
    from per_gemeente
    inner join gebied on per_gemeente.gemeente_code = gebied.gemeente_code
    inner join zorgvorm on per_gemeente.zorgvorm = zorgvorm.zorgvorm
    group by
        gebied.gebied_code,
        zorgvorm.zorgvorm_groep,
        per_gemeente.periode_soort,
        per_gemeente.periode,
        per_gemeente.client_sleutel
),

jeugdige as (
    select
        gebied_code,
        zorgvorm_groep,
        periode_soort,
        periode,
        count(case when heeft_kosten then 1 end) as aantal_jeugdigen,
        count(*) as aantal_in_zorg
    from per_jeugdige
    group by gebied_code, zorgvorm_groep, periode_soort, periode
)

-- the range always holds the expected amount
select
    som.gebied_code,
    som.zorgvorm_groep,
    som.periode_soort,
    som.periode,
    som.gedeclareerd_eurocent,
    som.kosten_eurocent,
    som.nog_te_verwachten_eurocent,
    least(marge.laag_eurocent, som.nog_te_verwachten_eurocent) as laag_eurocent,
    greatest(marge.hoog_eurocent, som.nog_te_verwachten_eurocent) as hoog_eurocent,
    coalesce(jeugdige.aantal_jeugdigen, 0) as aantal_jeugdigen,
    coalesce(jeugdige.aantal_in_zorg, 0) as aantal_in_zorg
from som
left join marge
    on
        som.gebied_code = marge.gebied_code
        and som.zorgvorm_groep = marge.zorgvorm_groep
        and som.periode_soort = marge.periode_soort
        and som.periode = marge.periode
left join jeugdige
    on
        som.gebied_code = jeugdige.gebied_code
        and som.zorgvorm_groep = jeugdige.zorgvorm_groep
        and som.periode_soort = jeugdige.periode_soort
        and som.periode = jeugdige.periode
