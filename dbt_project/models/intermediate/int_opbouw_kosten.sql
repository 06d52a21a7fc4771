-- Grain: jaar, published area. Cost of care, all and above local, with the youths of the smallest
-- month: beside the months of kosten_maand a jaar gives away a withheld month.
with kosten as (
    select * from {{ ref('fct_kosten') }}
),

regel as (
    select * from {{ ref('fct_declaratieregel') }}
),

declaratie_status as (
    select * from {{ ref('declaratie_status') }}
),

niveau as (
    select * from {{ ref('opbouw_niveau') }}
),

gebied as (
    select * from {{ ref('int_publicatie_gebied') }}
),

kosten_jaar as (
    select
        gebied.gebied_code,
        cast(extract(year from kosten.zorgmaand) as integer) as jaar,
        sum(kosten.kosten_eurocent) as kosten_eurocent,
        sum(kosten.kosten_eurocent) filter (where niveau.is_bovenlokaal)
            as kosten_bovenlokaal_eurocent
    from kosten
    inner join gebied on kosten.gemeente_code = gebied.gemeente_code
    inner join niveau
        on
            kosten.niveau = niveau.niveau
            and {{ geldt_op('kosten.zorgmaand', 'niveau') }}
    group by gebied.gebied_code, extract(year from kosten.zorgmaand)
),

gedeclareerd as (
    select distinct
        regel.gemeente_code,
        regel.zorgmaand,
        regel.client_sleutel,
        niveau.is_bovenlokaal
    from regel
    inner join declaratie_status on regel.status = declaratie_status.status
    inner join niveau
        on
            regel.niveau = niveau.niveau
            and {{ geldt_op('regel.zorgmaand', 'niveau') }}
    where declaratie_status.telt_als_kosten
),

per_jeugdige as (
    select
        gebied.gebied_code,
        gedeclareerd.zorgmaand,
        gedeclareerd.client_sleutel,
        bool_or(gedeclareerd.is_bovenlokaal) as heeft_bovenlokaal,
        bool_or(not gedeclareerd.is_bovenlokaal) as heeft_lokaal
    from gedeclareerd
    inner join gebied on gedeclareerd.gemeente_code = gebied.gemeente_code
    group by gebied.gebied_code, gedeclareerd.zorgmaand, gedeclareerd.client_sleutel
),

jeugdige_maand as (
    select
        gebied_code,
        zorgmaand,
        count(*) as jeugdigen,
        count(*) filter (where heeft_bovenlokaal) as jeugdigen_bovenlokaal,
        count(*) filter (where heeft_lokaal) as jeugdigen_lokaal
    from per_jeugdige
    group by gebied_code, zorgmaand
),

jeugdige as (
    select
        gebied_code,
        cast(extract(year from zorgmaand) as integer) as jaar,
        min(jeugdigen) as jeugdigen,
        min(nullif(jeugdigen_bovenlokaal, 0)) as jeugdigen_bovenlokaal,
        min(nullif(jeugdigen_lokaal, 0)) as jeugdigen_lokaal
    from jeugdige_maand
    group by gebied_code, extract(year from zorgmaand)
)

select
    kosten_jaar.jaar,
    kosten_jaar.gebied_code,
    kosten_jaar.kosten_eurocent,
    coalesce(kosten_jaar.kosten_bovenlokaal_eurocent, 0) as kosten_bovenlokaal_eurocent,
    coalesce(jeugdige.jeugdigen, 0) as jeugdigen,
    coalesce(jeugdige.jeugdigen_bovenlokaal, 0) as jeugdigen_bovenlokaal,
    coalesce(jeugdige.jeugdigen_lokaal, 0) as jeugdigen_lokaal
from kosten_jaar
left join jeugdige
    on
        kosten_jaar.gebied_code = jeugdige.gebied_code
        and kosten_jaar.jaar = jeugdige.jaar
