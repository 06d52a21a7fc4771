-- Grain: gemeente_code. The gemeenten of the region, and others that occur in deliveries.
with regio as (
    select * from {{ ref('gemeente') }}
),

cbs as (
    select * from {{ ref('CBS_gemeentecode_2026') }}
),

bericht as (
    select * from {{ ref('int_bericht_geldig') }}
),

verdeelsleutel as (
    select * from {{ ref('stg_contracten__verdeelsleutel') }}
),

overige_kosten as (
    select * from {{ ref('stg_contracten__overige_kosten') }}
),

opgave as (
    select * from {{ ref('stg_kwartaalcijfers__opgave') }}
),

budget as (
    select * from {{ ref('stg_circulaires__budget') }}
),

gebruikt as (
    select gemeente_code
    from regio
    union
    select gemeente_code
    from bericht
    union
    select gemeente_code
    from verdeelsleutel
    union
    select gemeente_code
    from overige_kosten
    union
    select gemeente_code
    from opgave
    union
    select gemeente_code
    from budget
    where gemeente_code is not null
)

select
    gebruikt.gemeente_code,
    coalesce(
        regio.gemeente_naam, cbs.omschrijving, 'Gemeente ' || gebruikt.gemeente_code
    ) as gemeente_naam,
    regio.gemeente_code is not null as is_regiogemeente,
    coalesce(regio.is_centrumgemeente, false) as is_centrumgemeente,
    coalesce(regio.koopt_volledig_in, false) as koopt_volledig_in,
    regio.ingangsdatum,
    regio.einddatum
from gebruikt
left join regio
    on gebruikt.gemeente_code = regio.gemeente_code
left join cbs
    on gebruikt.gemeente_code = cbs.code
