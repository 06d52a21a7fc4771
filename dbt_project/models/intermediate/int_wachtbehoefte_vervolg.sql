-- Grain: wachttijd_sleutel. Needs that follow without a gap on an earlier toewijzing of the same
-- client, aanbieder and category on which care was given: a change of care under way, or a move to
-- another gemeente, and not a new wait.
with behoefte as (
    select * from {{ ref('int_wachtbehoefte') }}
),

geleverd as (
    select *
    from behoefte
    where
        soort = 'toewijzing'
        and (start_datum is not null or heeft_declaratie)
)

select distinct behoefte.wachttijd_sleutel
from behoefte
inner join geleverd
    on
        behoefte.client_sleutel = geleverd.client_sleutel
        and behoefte.aanbieder_agb = geleverd.aanbieder_agb
        and behoefte.product_categorie_code is not distinct from geleverd.product_categorie_code
        and behoefte.ingang_datum > geleverd.ingang_datum
        and behoefte.ingang_datum - interval 1 day
        <= coalesce(geleverd.eind_datum, date '9999-12-31')
