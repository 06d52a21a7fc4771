-- Grain: jaar, published area. Trajecten with help in the jaar, by local or above local; the niveau
-- of a traject is the one at the start of its toewijzing.
with traject as (
    select * from {{ ref('fct_traject') }}
),

niveau as (
    select * from {{ ref('opbouw_niveau') }}
),

gebied as (
    select * from {{ ref('int_publicatie_gebied') }}
),

maand as (
    select * from {{ ref('dim_maand') }}
),

jaar as (
    select
        jaar,
        min(zorgmaand) as begin_datum,
        max(laatste_dag) as eind_datum
    from maand
    group by jaar
),

traject_jaar as (
    select
        jaar.jaar,
        traject.gemeente_code,
        traject.client_sleutel,
        niveau.is_bovenlokaal
    from traject
    inner join jaar
        on
            traject.start_datum <= jaar.eind_datum
            and traject.laatst_bekende_datum >= jaar.begin_datum
    inner join niveau
        on
            traject.niveau = niveau.niveau
            and {{ geldt_op('jaar.eind_datum', 'niveau') }}
)

select
    traject_jaar.jaar,
    gebied.gebied_code,
    count(*) as aantal_trajecten,
    count(*) filter (where traject_jaar.is_bovenlokaal) as aantal_trajecten_bovenlokaal,
    count(distinct traject_jaar.client_sleutel) as jeugdigen,
    count(distinct traject_jaar.client_sleutel) filter (where traject_jaar.is_bovenlokaal)
        as jeugdigen_bovenlokaal,
    count(distinct traject_jaar.client_sleutel) filter (where not traject_jaar.is_bovenlokaal)
        as jeugdigen_lokaal
from traject_jaar
inner join gebied on traject_jaar.gemeente_code = gebied.gemeente_code
group by traject_jaar.jaar, gebied.gebied_code
