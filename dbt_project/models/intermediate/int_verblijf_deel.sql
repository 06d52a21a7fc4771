-- Grain: one stretch of stay of a youth: a live start, or a toewijzing that was declared but never
-- reported as started. A temporary stop does not end a stay (BIJ): it lasts to the next start of
-- the same toewijzing, or runs on. Without a final stop nothing is known after an elapsed
-- toewijzing: the stay ends on the last day of care, which is zorg_eind_datum.
with segment as (
    select * from {{ ref('int_zorgsegment') }}
),

zorgmaand as (
    select *
    from {{ ref('int_zorgmaand') }}
    where basis = 'declaratie'
),

toewijzing as (
    select * from {{ ref('int_toewijzing_actueel') }}
),

per_zorgvorm as (
    select * from {{ ref('uithuisplaatsing_zorgvorm') }}
),

peil as (
    select * from {{ ref('int_peildatum') }}
),

per_start as (
    select
        segment.gemeente_code,
        segment.aanbieder_agb,
        segment.client_sleutel,
        segment.toewijzing_nummer,
        segment.zorgvorm,
        segment.product_code,
        'start_stop' as basis,
        segment.begin_datum,
        coalesce(
            segment.definitief_eind_datum,
            lead(segment.begin_datum) over (
                partition by
                    segment.gemeente_code,
                    segment.aanbieder_agb,
                    segment.client_sleutel,
                    segment.toewijzing_nummer,
                    segment.product_categorie_code,
                    segment.product_code
                order by segment.begin_datum asc
            ) - 1,
            case when toewijzing.eind_datum <= peil.peildatum then segment.zorg_eind_datum end
        ) as eind_datum,
        segment.zorg_eind_datum,
        segment.bekend_sinds
    from segment
    cross join peil
    left join toewijzing
        on
            segment.gemeente_code = toewijzing.gemeente_code
            and segment.toewijzing_nummer = toewijzing.toewijzing_nummer
            and segment.aanbieder_agb = toewijzing.aanbieder_agb
),

gedeclareerd as (
    select
        gemeente_code,
        aanbieder_agb,
        client_sleutel,
        toewijzing_nummer,
        zorgvorm,
        min(zorgmaand) as eerste_maand,
        max(zorgmaand) as laatste_maand,
        max(bekend_sinds) as bekend_sinds
    from zorgmaand
    group by gemeente_code, aanbieder_agb, client_sleutel, toewijzing_nummer, zorgvorm
),

per_declaratie as (
    select
        gedeclareerd.gemeente_code,
        gedeclareerd.aanbieder_agb,
        gedeclareerd.client_sleutel,
        gedeclareerd.toewijzing_nummer,
        gedeclareerd.zorgvorm,
        toewijzing.product_code,
        'declaratie' as basis,
        greatest(gedeclareerd.eerste_maand, toewijzing.ingang_datum) as begin_datum,
        case
            when toewijzing.toewijzing_nummer is null
                then {{ laatste_van_maand('gedeclareerd.laatste_maand') }}
            when toewijzing.eind_datum <= peil.peildatum then toewijzing.eind_datum
        end as eind_datum,
        gedeclareerd.bekend_sinds
    from gedeclareerd
    cross join peil
    left join toewijzing
        on
            gedeclareerd.gemeente_code = toewijzing.gemeente_code
            and gedeclareerd.toewijzing_nummer = toewijzing.toewijzing_nummer
),

alles as (
    select * from per_start
    union all
    select
        * exclude (bekend_sinds),
        eind_datum as zorg_eind_datum,
        bekend_sinds
    from per_declaratie
)

select
    alles.gemeente_code,
    alles.aanbieder_agb,
    alles.client_sleutel,
    alles.toewijzing_nummer,
    alles.zorgvorm,
    alles.product_code,
    coalesce(per_code.soort, per_vorm.soort) as soort,
    alles.basis,
    alles.begin_datum,
    alles.eind_datum,
    alles.zorg_eind_datum,
    alles.bekend_sinds
from alles
inner join peil
    on alles.begin_datum <= peil.peildatum
left join per_zorgvorm as per_code
    on
        alles.zorgvorm = per_code.zorgvorm
        and alles.product_code = per_code.product_code
        and {{ geldt_op('alles.begin_datum', 'per_code') }}
left join per_zorgvorm as per_vorm
    on
        alles.zorgvorm = per_vorm.zorgvorm
        and per_vorm.product_code is null
        and {{ geldt_op('alles.begin_datum', 'per_vorm') }}
where coalesce(per_code.soort, per_vorm.soort) is not null
