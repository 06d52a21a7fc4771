-- Grain: wachttijd_sleutel. Needs that follow without a gap on an earlier toewijzing of the same
-- client, aanbieder and category on which care was given: a change of care under way, or a move to
-- another gemeente, and not a new wait. The reason with which the earlier one ended says what kind
-- of replacement it is.
with behoefte as (
    select * from {{ ref('int_wachtbehoefte') }}
),

vervanging_soort as (
    select * from {{ ref('vervanging_soort') }}
),

geleverd as (
    select *
    from behoefte
    where
        soort = 'toewijzing'
        and (start_datum is not null or heeft_declaratie)
),

laatste_voorganger as (
    select
        behoefte.wachttijd_sleutel,
        behoefte.ingang_datum,
        behoefte.gemeente_code != geleverd.gemeente_code as is_andere_gemeente,
        geleverd.reden_wijziging_code
    from behoefte
    inner join geleverd
        on
            behoefte.client_sleutel = geleverd.client_sleutel
            and behoefte.aanbieder_agb = geleverd.aanbieder_agb
            and behoefte.product_categorie_code is not distinct from geleverd.product_categorie_code
            and behoefte.ingang_datum > geleverd.ingang_datum
            and behoefte.ingang_datum - interval 1 day
            <= coalesce(geleverd.eind_datum, date '9999-12-31')
    qualify
        row_number() over (
            partition by behoefte.wachttijd_sleutel
            order by geleverd.ingang_datum desc, geleverd.wachttijd_sleutel asc
        ) = 1
)

select
    laatste_voorganger.wachttijd_sleutel,
    case
        when vervanging_soort.vervanging_soort is not null then vervanging_soort.vervanging_soort
        when laatste_voorganger.is_andere_gemeente then 'verhuizing'
        else 'wijziging'
    end as vervanging_soort
from laatste_voorganger
left join vervanging_soort
    on
        laatste_voorganger.reden_wijziging_code = vervanging_soort.reden_wijziging_code
        and {{ geldt_op('laatste_voorganger.ingang_datum', 'vervanging_soort') }}
