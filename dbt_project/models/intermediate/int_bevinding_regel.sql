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
),

-- a gemeente knows the youths for whom it ever sent a toewijzing
bekende_client as (
    select distinct
        gemeente_code,
        client_sleutel
    from {{ ref('int_toewijzing_versie') }}
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
    regel.zorgvorm,
    regel.volume,
    regel.eenheid_code,
    regel.product_tarief_eurocent,
    regel.ingediend_eurocent,
    regel.dagtekening_datum,
    regel.status,
    regel.bekend_sinds,
    bekende_client.client_sleutel is not null as is_client_bekend,
    toewijzing.toewijzing_nummer is not null as is_toewijzing_bekend,
    toewijzing.is_verwijderd,
    toewijzing.bekend_sinds as toewijzing_bekend_sinds,
    toewijzing.client_sleutel as toegewezen_client_sleutel,
    toewijzing.aanbieder_agb as toegewezen_aanbieder_agb,
    -- granted when the gemeente did not know yet that the toewijzing was deleted
    coalesce(
        toewijzing.is_verwijderd
        and regel.status = 'toegekend'
        and regel.antwoord_datum <= toewijzing.bekend_sinds,
        false
    ) as is_toegekend_voor_verwijdering,
    toewijzing.product_categorie_code as toegewezen_product_categorie_code,
    toewijzing.product_code as toegewezen_product_code,
    toewijzing.omvang_eenheid_code as toegewezen_eenheid_code,
    'declaratie ' || regel.declaratie_nummer
    || ', regel ' || regel.referentie_nummer as plaats
from regel
inner join declaratie_status on regel.status = declaratie_status.status
left join toewijzing
    on
        regel.gemeente_code = toewijzing.gemeente_code
        and regel.toewijzing_nummer = toewijzing.toewijzing_nummer
left join bekende_client
    on
        regel.gemeente_code = bekende_client.gemeente_code
        and regel.client_sleutel = bekende_client.client_sleutel
where
    declaratie_status.telt_als_kosten
    and regel.vorig_referentie_nummer is null
    and not regel.is_gecrediteerd
