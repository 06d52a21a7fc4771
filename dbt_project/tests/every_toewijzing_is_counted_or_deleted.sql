-- Every number in accepted messages is live, deleted, or only known from refused messages.
with toewijzing as (
    select * from {{ ref('stg_ijw__toewijzing') }}
),

geldig as (
    select * from {{ ref('int_bericht_geldig') }}
),

laatste_versie as (
    select * from {{ ref('int_toewijzing_laatste_versie') }}
),

feit as (
    select * from {{ ref('fct_toewijzing') }}
),

verwacht as (
    select distinct
        toewijzing.gemeente_code,
        toewijzing.toewijzing_nummer
    from toewijzing
    inner join geldig
        on toewijzing.bericht_sleutel = geldig.bericht_sleutel
),

verwijderd as (
    select
        gemeente_code,
        toewijzing_nummer
    from laatste_versie
    where is_verwijderd
)

select
    verwacht.gemeente_code,
    verwacht.toewijzing_nummer
from verwacht
left join feit
    on
        verwacht.gemeente_code = feit.gemeente_code
        and verwacht.toewijzing_nummer = feit.toewijzing_nummer
left join verwijderd
    on
        verwacht.gemeente_code = verwijderd.gemeente_code
        and verwacht.toewijzing_nummer = verwijderd.toewijzing_nummer
where (feit.toewijzing_nummer is null) = (verwijderd.toewijzing_nummer is null)
