-- Grain: jaar, gemeente or region. The budget that counts at the stand beside the cost of care of
-- that year, whatever the bekostiging.
with budget as (
    select * from {{ ref('fct_budget') }}
),

kosten as (
    select * from {{ ref('fct_kosten') }}
),

regel as (
    select * from {{ ref('fct_declaratieregel') }}
),

declaratie_status as (
    select * from {{ ref('declaratie_status') }}
),

gebied as (
    select * from {{ ref('int_publicatie_gebied') }}
),

volledigheid as (
    select * from {{ ref('int_volledigheid_periode') }}
),

peil as (
    select * from {{ ref('int_peildatum') }}
),

-- current and constant prices are two ways to print one amount: the current one goes first
begroot_gemeente as (
    select
        gemeente_code,
        jaar,
        max(circulaire) as circulaire,
        sum(bedrag_eurocent) as begroot_eurocent
    from budget
    where is_actueel and not is_totaalrij and onderdeel = 'totaal'
    group by gemeente_code, jaar, prijsbasis
    qualify row_number() over (partition by gemeente_code, jaar order by prijsbasis desc) = 1
),

begroot as (
    select
        gebied.gebied_code,
        begroot_gemeente.jaar,
        count(*) as aantal_gemeenten,
        case
            when count(distinct begroot_gemeente.circulaire) = 1
                then max(begroot_gemeente.circulaire)
            else 'verschillende circulaires'
        end as circulaire,
        sum(begroot_gemeente.begroot_eurocent) as begroot_eurocent
    from begroot_gemeente
    inner join gebied on begroot_gemeente.gemeente_code = gebied.gemeente_code
    group by gebied.gebied_code, begroot_gemeente.jaar
),

gerealiseerd as (
    select
        gebied.gebied_code,
        cast(extract(year from kosten.zorgmaand) as bigint) as jaar,
        sum(kosten.kosten_eurocent) as gerealiseerd_eurocent
    from kosten
    inner join gebied on kosten.gemeente_code = gebied.gemeente_code
    group by gebied.gebied_code, extract(year from kosten.zorgmaand)
),

jeugdige_maand as (
    select
        gebied.gebied_code,
        regel.zorgmaand,
        count(distinct regel.client_sleutel) as aantal_jeugdigen
    from regel
    inner join declaratie_status on regel.status = declaratie_status.status
    inner join gebied on regel.gemeente_code = gebied.gemeente_code
    where declaratie_status.telt_als_kosten
    group by gebied.gebied_code, regel.zorgmaand
),

-- the smallest month counts: beside the months of kosten_maand a year gives away a withheld one
jeugdige as (
    select
        gebied_code,
        cast(extract(year from zorgmaand) as bigint) as jaar,
        min(aantal_jeugdigen) as aantal_jeugdigen
    from jeugdige_maand
    group by gebied_code, extract(year from zorgmaand)
),

jaar as (
    select jaar
    from begroot
    union
    select jaar
    from gerealiseerd
),

omvang as (
    select
        gebied_code,
        gebied_naam,
        count(*) as aantal_gemeenten
    from gebied
    group by gebied_code, gebied_naam
),

-- a region with a gemeente whose budget is unknown has no budget
cijfer as (
    select
        jaar.jaar,
        omvang.gebied_code,
        omvang.gebied_naam,
        begroot.circulaire,
        case
            when begroot.aantal_gemeenten = omvang.aantal_gemeenten then 'waarde'
            else 'ontbreekt'
        end as begroot_status,
        case
            when gerealiseerd.gebied_code is not null then 'waarde' else 'ontbreekt'
        end as gerealiseerd_status,
        begroot.begroot_eurocent / 100.0 as begroot_euro,
        gerealiseerd.gerealiseerd_eurocent / 100.0 as gerealiseerd_euro,
        100.0
        * gerealiseerd.gerealiseerd_eurocent
        / nullif(begroot.begroot_eurocent, 0) as uitputting_percentage,
        coalesce(jeugdige.aantal_jeugdigen, 0) as aantal_jeugdigen,
        volledigheid.volledigheid_percentage
    from jaar
    cross join omvang
    left join begroot
        on omvang.gebied_code = begroot.gebied_code and jaar.jaar = begroot.jaar
    left join gerealiseerd
        on omvang.gebied_code = gerealiseerd.gebied_code and jaar.jaar = gerealiseerd.jaar
    left join jeugdige
        on omvang.gebied_code = jeugdige.gebied_code and jaar.jaar = jeugdige.jaar
    left join volledigheid
        on
            omvang.gebied_code = volledigheid.gebied_code
            and cast(jaar.jaar as varchar) = volledigheid.periode
            and volledigheid.bron = 'ijw'
),

met_status as (
    select
        *,
        case
            when begroot_status = 'waarde' then gerealiseerd_status else begroot_status
        end as uitputting_status
    from cijfer
)

select
    cast(met_status.jaar as integer) as jaar,
    met_status.gebied_code as gemeente_code,
    met_status.gebied_naam as gemeente_naam,
    case when met_status.begroot_status = 'waarde' then met_status.circulaire end as circulaire,
    {{ onderdruk('begroot_euro', 'decimal(14, 2)', [], 'begroot_status') }},
    {{ onderdruk(
        'gerealiseerd_euro', 'decimal(14, 2)', ['aantal_jeugdigen'], 'gerealiseerd_status'
    ) }},
    {{ onderdruk(
        'uitputting_percentage', 'decimal(9, 1)', ['aantal_jeugdigen'], 'uitputting_status'
    ) }},
    met_status.volledigheid_percentage,
    peil.peildatum as stand_datum
from met_status
cross join peil
