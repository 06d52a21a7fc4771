-- Grain: line that stands: a debit that was not refused and not credited, beside the last version
-- of its toewijzing. The lines that the checks on lines look at.
with regel as (
    select * from {{ ref('int_declaratieregel') }}
),

declaratie_status as (
    select * from {{ ref('declaratie_status') }}
),

toewijzing as (
    select * from {{ ref('int_toewijzing_laatste_versie') }}
)

select
    regel.aanbieder_agb,
    regel.gemeente_code,
    regel.toewijzing_nummer,
    regel.client_sleutel,
    regel.referentie_nummer,
    regel.declaratie_nummer,
    regel.zorgmaand,
    regel.product_periode_begin_datum,
    regel.product_periode_eind_datum,
    regel.product_categorie_code,
    regel.product_code,
    regel.volume,
    regel.eenheid_code,
    regel.product_tarief_eurocent,
    regel.ingediend_eurocent,
    regel.dagtekening_datum,
    toewijzing.toewijzing_nummer is not null as is_toewijzing_bekend,
    toewijzing.is_verwijderd,
    toewijzing.client_sleutel as toegewezen_client_sleutel,
    toewijzing.aanbieder_agb as toegewezen_aanbieder_agb,
    toewijzing.ingang_datum,
    toewijzing.eind_datum,
    'declaratie ' || regel.declaratie_nummer
    || ', regel ' || regel.referentie_nummer as plaats
from regel
inner join declaratie_status on regel.status = declaratie_status.status
left join toewijzing
    on
        regel.gemeente_code = toewijzing.gemeente_code
        and regel.toewijzing_nummer = toewijzing.toewijzing_nummer
where
    declaratie_status.telt_als_kosten
    and regel.vorig_referentie_nummer is null
    and not regel.is_gecrediteerd
