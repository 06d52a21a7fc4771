-- Grain: published area, gemeente in it. Every gemeente is an area of its own and part of the
-- region; gemeenten outside the region are not published. Joining a fact to this table counts each
-- level from its own rows, so nothing is re-summed.
with gemeente as (
    select *
    from {{ ref('dim_gemeente') }}
    where is_regiogemeente
)

select
    gemeente_code as gebied_code,
    gemeente_naam as gebied_naam,
    gemeente_code
from gemeente
union all
select
    'regio' as gebied_code,
    '{{ var("regio_naam", "Flevoland") }}' as gebied_naam,
    gemeente_code
from gemeente
