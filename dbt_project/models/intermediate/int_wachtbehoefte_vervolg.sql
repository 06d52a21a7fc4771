-- Grain: wachttijd_sleutel. Needs that follow without a gap on an earlier toewijzing of the same
-- client, gemeente, aanbieder and category: a change of care under way, not a new wait.
with behoefte as (
    select * from {{ ref('int_wachtbehoefte') }}
),

toewijzing as (
    select * from {{ ref('int_toewijzing_actueel') }}
)

select distinct behoefte.wachttijd_sleutel
from behoefte
inner join toewijzing
    on
        behoefte.client_sleutel = toewijzing.client_sleutel
        and behoefte.gemeente_code = toewijzing.gemeente_code
        and behoefte.aanbieder_agb = toewijzing.aanbieder_agb
        and behoefte.product_categorie_code is not distinct from toewijzing.product_categorie_code
        and behoefte.ingang_datum > toewijzing.ingang_datum
        and behoefte.ingang_datum - interval 1 day
        <= coalesce(toewijzing.eind_datum, date '9999-12-31')
