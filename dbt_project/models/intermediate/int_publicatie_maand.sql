-- Grain: published area, zorgmaand from the first month in the facts up to that of the peildatum.
-- Says whether the messages of an area tell anything about a month: without them a figure is
-- missing, with them the absence of a row means zero.
with gebied as (
    select * from {{ ref('int_publicatie_gebied') }}
),

maand as (
    select * from {{ ref('dim_maand') }}
),

peil as (
    select * from {{ ref('int_peildatum') }}
),

zorggebruik as (
    select * from {{ ref('fct_zorggebruik') }}
),

kosten as (
    select * from {{ ref('fct_kosten') }}
),

regel as (
    select * from {{ ref('fct_declaratieregel') }}
),

volledigheid as (
    select * from {{ ref('int_volledigheid_ijw') }}
),

feit_maand as (
    select zorgmaand
    from zorggebruik
    union
    select zorgmaand
    from kosten
),

eerste_maand as (
    select min(zorgmaand) as zorgmaand
    from feit_maand
),

gebruikte_maand as (
    select maand.zorgmaand
    from maand
    cross join eerste_maand
    cross join peil
    where
        maand.zorgmaand >= eerste_maand.zorgmaand
        and maand.zorgmaand <= peil.peildatum
),

gebied_maand as (
    select distinct
        gebied.gebied_code,
        gebied.gebied_naam,
        gebruikte_maand.zorgmaand
    from gebied
    cross join gebruikte_maand
),

eerste_zorggebruik as (
    select
        gebied.gebied_code,
        min(zorggebruik.zorgmaand) as eerste_maand
    from zorggebruik
    inner join gebied on zorggebruik.gemeente_code = gebied.gemeente_code
    group by gebied.gebied_code
),

gedeclareerd as (
    select distinct
        gebied.gebied_code,
        regel.zorgmaand
    from regel
    inner join gebied on regel.gemeente_code = gebied.gemeente_code
),

declaratie_bereik as (
    select
        gebied_code,
        min(zorgmaand) as eerste_maand,
        max(zorgmaand) as laatste_maand
    from gedeclareerd
    group by gebied_code
),

verwacht as (
    select distinct
        gebied.gebied_code,
        volledigheid.zorgmaand
    from volledigheid
    inner join gebied on volledigheid.gemeente_code = gebied.gemeente_code
)

select
    gebied_maand.gebied_code,
    gebied_maand.gebied_naam,
    gebied_maand.zorgmaand,
    coalesce(
        gebied_maand.zorgmaand >= eerste_zorggebruik.eerste_maand, false
    ) as is_zorggebruik_bekend,
    coalesce(
        gedeclareerd.zorgmaand is not null
        or (
            verwacht.zorgmaand is null
            and gebied_maand.zorgmaand >= declaratie_bereik.eerste_maand
            and gebied_maand.zorgmaand <= declaratie_bereik.laatste_maand
        ),
        false
    ) as is_declaratie_bekend
from gebied_maand
left join eerste_zorggebruik on gebied_maand.gebied_code = eerste_zorggebruik.gebied_code
left join declaratie_bereik on gebied_maand.gebied_code = declaratie_bereik.gebied_code
left join gedeclareerd
    on
        gebied_maand.gebied_code = gedeclareerd.gebied_code
        and gebied_maand.zorgmaand = gedeclareerd.zorgmaand
left join verwacht
    on
        gebied_maand.gebied_code = verwacht.gebied_code
        and gebied_maand.zorgmaand = verwacht.zorgmaand
