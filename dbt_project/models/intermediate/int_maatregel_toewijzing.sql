-- Grain: gemeente_code, toewijzing_nummer of jeugdbescherming, jeugdreclassering or the preventive
-- frame that has begun. It runs from the ingangsdatum, because the measure binds from then on, to
-- the final stop, or without a stop to the einddatum when that has passed.
with toewijzing as (
    select * from {{ ref('fct_toewijzing') }}
),

traject as (
    select * from {{ ref('fct_traject') }}
),

opgave as (
    select * from {{ ref('int_maatregel_opgave') }}
),

maatregel_product as (
    select * from {{ ref('maatregel_product') }}
),

peil as (
    select * from {{ ref('int_peildatum') }}
),

met_type as (
    select
        toewijzing.*,
        coalesce(per_code.type_maatregel, per_categorie.type_maatregel) as type_product
    from toewijzing
    left join maatregel_product as per_code
        on
            toewijzing.product_categorie = per_code.product_categorie_code
            and toewijzing.product_code = per_code.product_code
            and {{ geldt_op('toewijzing.ingangsdatum', 'per_code') }}
    left join maatregel_product as per_categorie
        on
            toewijzing.product_categorie = per_categorie.product_categorie_code
            and per_categorie.product_code is null
            and {{ geldt_op('toewijzing.ingangsdatum', 'per_categorie') }}
),

met_einde as (
    select
        met_type.gemeente_code,
        met_type.toewijzing_nummer,
        met_type.client_sleutel,
        met_type.aanbieder_agb,
        met_type.type_product,
        opgave.type_maatregel as type_opgave,
        met_type.ingangsdatum as start_datum,
        case
            when traject.stop_datum is not null then traject.stop_datum
            when met_type.einddatum <= peil.peildatum then met_type.einddatum
        end as eind_datum,
        traject.reden_beeindiging,
        opgave.uitspraak_datum,
        opgave.eerste_contact_datum,
        opgave.is_erkende_interventie,
        opgave.machtiging_code,
        opgave.machtiging_begin_datum,
        opgave.machtiging_eind_datum,
        greatest(met_type.bekend_sinds, traject.bekend_sinds, opgave.bekend_sinds) as bekend_sinds
    from met_type
    inner join peil
        on met_type.ingangsdatum <= peil.peildatum
    left join traject
        on
            met_type.gemeente_code = traject.gemeente_code
            and met_type.toewijzing_nummer = traject.toewijzing_nummer
    left join opgave
        on
            met_type.gemeente_code = opgave.gemeente_code
            and met_type.toewijzing_nummer = opgave.toewijzing_nummer
            and met_type.aanbieder_agb = opgave.aanbieder_agb
    where met_type.type_product is not null
)

select *
from met_einde
where eind_datum is null or eind_datum >= start_datum
