-- Grain: gemeente_code, toewijzing_nummer that an earlier version gave to another aanbieder, who
-- started the care of the same client (TR332): not a new wait.
with toewijzing as (
    select * from {{ ref('int_toewijzing_actueel') }}
),

versie as (
    select * from {{ ref('int_toewijzing_versie') }}
),

start as (
    select * from {{ ref('int_start_live') }}
),

eerdere_aanbieder as (
    select distinct
        toewijzing.gemeente_code,
        toewijzing.toewijzing_nummer,
        toewijzing.client_sleutel,
        versie.aanbieder_agb
    from toewijzing
    inner join versie
        on
            toewijzing.gemeente_code = versie.gemeente_code
            and toewijzing.toewijzing_nummer = versie.toewijzing_nummer
            and toewijzing.client_sleutel = versie.client_sleutel
            and toewijzing.aanbieder_agb != versie.aanbieder_agb
)

select
    eerdere_aanbieder.gemeente_code,
    eerdere_aanbieder.toewijzing_nummer,
    min(start.bekend_sinds) as bekend_sinds
from eerdere_aanbieder
inner join start
    on
        eerdere_aanbieder.gemeente_code = start.gemeente_code
        and eerdere_aanbieder.toewijzing_nummer = start.toewijzing_nummer
        and eerdere_aanbieder.client_sleutel = start.client_sleutel
        and eerdere_aanbieder.aanbieder_agb = start.aanbieder_agb
group by eerdere_aanbieder.gemeente_code, eerdere_aanbieder.toewijzing_nummer
