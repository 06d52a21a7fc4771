-- Grain: product_categorie_code, product_code, datum, for every combination that messages use.
-- A mapping of the code goes before one of the category; without any product it is `overig`.
with toewijzing as (
    select * from {{ ref('stg_ijw__toewijzing') }}
),

start as (
    select * from {{ ref('stg_ijw__start') }}
),

verzoek as (
    select * from {{ ref('stg_ijw__verzoek') }}
),

prestatie as (
    select * from {{ ref('stg_ijw__prestatie') }}
),

product_zorgvorm as (
    select * from {{ ref('product_zorgvorm') }}
),

zorgvorm as (
    select * from {{ ref('zorgvorm') }}
),

schaalniveau as (
    select * from {{ ref('schaalniveau') }}
),

gebruikt as (
    select
        product_categorie_code,
        product_code,
        ingang_datum as datum
    from toewijzing
    union
    select
        product_categorie_code,
        product_code,
        coalesce(toewijzing_ingang_datum, begin_datum) as datum
    from start
    union
    select
        product_categorie_code,
        product_code,
        toewijzing_ingang_datum as datum
    from verzoek
    union
    select
        product_categorie_code,
        product_code,
        {{ eerste_van_maand('product_periode_begin_datum') }} as datum
    from prestatie
),

met_zorgvorm as (
    select
        gebruikt.product_categorie_code,
        gebruikt.product_code,
        gebruikt.datum,
        coalesce(per_code.zorgvorm, per_categorie.zorgvorm, 'overig') as zorgvorm
    from gebruikt
    left join product_zorgvorm as per_code
        on
            gebruikt.product_categorie_code = per_code.product_categorie_code
            and gebruikt.product_code = per_code.product_code
            and {{ geldt_op('gebruikt.datum', 'per_code') }}
    left join product_zorgvorm as per_categorie
        on
            gebruikt.product_categorie_code = per_categorie.product_categorie_code
            and per_categorie.product_code is null
            and {{ geldt_op('gebruikt.datum', 'per_categorie') }}
)

select
    met_zorgvorm.product_categorie_code,
    met_zorgvorm.product_code,
    met_zorgvorm.datum,
    met_zorgvorm.zorgvorm,
    zorgvorm.groep as zorgvorm_groep,
    coalesce(schaalniveau.niveau, 'onbekend') as niveau
from met_zorgvorm
left join zorgvorm
    on met_zorgvorm.zorgvorm = zorgvorm.zorgvorm
left join schaalniveau
    on
        met_zorgvorm.zorgvorm = schaalniveau.zorgvorm
        and {{ geldt_op('met_zorgvorm.datum', 'schaalniveau') }}
