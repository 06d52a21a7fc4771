-- Grain: live start that refers to a toewijzing that is not known, or that was deleted (TR019).
with start as (
    select * from {{ ref('int_start_live') }}
),

toewijzing as (
    select *
    from {{ ref('int_toewijzing_laatste_versie') }}
    where not is_verwijderd
)

select
    'TR019' as regel_code,
    'jw305' as bericht,
    start.aanbieder_agb,
    start.gemeente_code,
    'gemeente ' || start.gemeente_code
    || ', toewijzing ' || start.toewijzing_nummer
    || ', product ' || coalesce(start.product_categorie_code, '-')
    || ' ' || coalesce(start.product_code, '-')
    || ', begin ' || start.begin_datum as plaats,
    min(start.bekend_sinds) as eerste_gezien
from start
left join toewijzing
    on
        start.gemeente_code = toewijzing.gemeente_code
        and start.toewijzing_nummer = toewijzing.toewijzing_nummer
where start.toewijzing_nummer is not null and toewijzing.gemeente_code is null
group by
    start.aanbieder_agb,
    start.gemeente_code,
    start.toewijzing_nummer,
    start.product_categorie_code,
    start.product_code,
    start.begin_datum
