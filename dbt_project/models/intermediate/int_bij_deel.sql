-- Grain: stretch of help at one gemeente, before merging. A temporary stop ends nothing: it runs to
-- the next start. Without a final stop nothing is known after the end of the toewijzing.
-- Help without a start runs from the first to the last month that was claimed.
with segment as (
    select * from {{ ref('int_zorgsegment') }}
),

zorgmaand as (
    select * from {{ ref('int_zorgmaand') }}
),

toewijzing as (
    select * from {{ ref('int_toewijzing_actueel') }}
),

zorgvorm as (
    select * from {{ ref('zorgvorm') }}
),

peil as (
    select * from {{ ref('int_peildatum') }}
),

met_vervolg as (
    select
        segment.client_sleutel,
        segment.aanbieder_agb,
        segment.gemeente_code,
        segment.toewijzing_nummer,
        segment.zorgvorm,
        segment.begin_datum,
        segment.eind_datum,
        segment.definitief_eind_datum,
        segment.bekend_sinds,
        lead(segment.begin_datum) over (
            partition by
                segment.gemeente_code,
                segment.aanbieder_agb,
                segment.client_sleutel,
                segment.toewijzing_nummer,
                segment.product_categorie_code,
                segment.product_code
            order by segment.begin_datum asc
        ) as volgende_begin_datum,
        coalesce(toewijzing.eind_datum < peil.peildatum, false) as is_toewijzing_voorbij,
        segment.zorg_eind_datum
    from segment
    cross join peil
    left join toewijzing
        on
            segment.gemeente_code = toewijzing.gemeente_code
            and segment.toewijzing_nummer = toewijzing.toewijzing_nummer
            and segment.aanbieder_agb = toewijzing.aanbieder_agb
),

gemeld as (
    select
        client_sleutel,
        aanbieder_agb,
        gemeente_code,
        zorgvorm,
        begin_datum,
        case
            when definitief_eind_datum is not null then definitief_eind_datum
            when eind_datum is not null and volgende_begin_datum is not null
                then cast(volgende_begin_datum - interval 1 day as date)
            when is_toewijzing_voorbij then zorg_eind_datum
        end as eind_datum,
        'start_stop' as basis,
        bekend_sinds
    from met_vervolg
),

gedeclareerd as (
    select
        client_sleutel,
        aanbieder_agb,
        gemeente_code,
        zorgvorm,
        min(zorgmaand) as begin_datum,
        {{ laatste_van_maand('max(zorgmaand)') }} as eind_datum,
        'declaratie' as basis,
        max(bekend_sinds) as bekend_sinds
    from zorgmaand
    where basis = 'declaratie'
    group by client_sleutel, aanbieder_agb, gemeente_code, zorgvorm, toewijzing_nummer
),

deel as (
    select * from gemeld
    union all
    select * from gedeclareerd
)

select
    deel.client_sleutel,
    deel.aanbieder_agb,
    deel.gemeente_code,
    deel.zorgvorm,
    zorgvorm.bij_hulpvorm_code,
    zorgvorm.groep = 'crisis' as is_crisis,
    deel.begin_datum,
    deel.eind_datum,
    deel.basis,
    deel.bekend_sinds
from deel
inner join zorgvorm on deel.zorgvorm = zorgvorm.zorgvorm
where zorgvorm.bij_hulpvorm_code is not null
