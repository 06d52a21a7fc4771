-- Grain: aanbieder_agb, referentie_nummer. The line that counts, signed, with care and referrer.
-- A pending credit that is void counts as refused.
with regel as (
    select * from {{ ref('int_declaratieregel_status') }}
),

credit as (
    select * from {{ ref('int_declaratieregel_credit') }}
),

debet_credit as (
    select * from {{ ref('debet_credit') }}
),

bekostiging as (
    select * from {{ ref('bekostiging') }}
),

product as (
    select * from {{ ref('int_product_op_datum') }}
),

toewijzing_verwijzer as (
    select * from {{ ref('int_toewijzing_verwijzer') }}
),

zonder_verzoek as (
    select * from {{ ref('verwijzer_zonder_verzoek') }}
),

eigen_regel as (
    select
        *,
        {{ eerste_van_maand('product_periode_begin_datum') }} as zorgmaand
    from regel
    where rangnummer = 1
),

-- A refused credit takes nothing back, nor does one without a debit that stands.
gecrediteerd as (
    select
        aanbieder_agb,
        vorig_referentie_nummer,
        min(greatest(dagtekening_datum, antwoord_datum)) as bekend_sinds
    from credit
    where heeft_debet_dat_staat and status <> 'afgekeurd' and not is_vervallen
    group by aanbieder_agb, vorig_referentie_nummer
),

vervallen as (
    select
        aanbieder_agb,
        referentie_nummer,
        vervallen_sinds_datum
    from credit
    where is_vervallen
)

select
    eigen_regel.aanbieder_agb,
    eigen_regel.referentie_nummer,
    eigen_regel.vorig_referentie_nummer,
    eigen_regel.gemeente_code,
    eigen_regel.toewijzing_nummer,
    eigen_regel.client_sleutel,
    eigen_regel.zorgmaand,
    eigen_regel.product_periode_begin_datum,
    eigen_regel.product_periode_eind_datum,
    eigen_regel.product_categorie_code,
    eigen_regel.product_code,
    product.zorgvorm,
    product.niveau,
    coalesce(bekostiging.bekostiging, 'inspanningsgericht') as bekostiging,
    coalesce(
        toewijzing_verwijzer.verwijzer_groep, zonder_verzoek.verwijzer_groep, 'gemeente'
    ) as verwijzer_groep,
    toewijzing_verwijzer.toewijzing_nummer is not null as heeft_toewijzing,
    eigen_regel.declaratie_nummer,
    eigen_regel.dagtekening_datum,
    eigen_regel.antwoord_datum,
    debet_credit.teken * eigen_regel.geleverd_volume as volume,
    eigen_regel.eenheid_code,
    eigen_regel.product_tarief_eurocent,
    eigen_regel.debet_credit_code,
    debet_credit.teken * eigen_regel.ingediend_eurocent as ingediend_eurocent,
    case
        when vervallen.referentie_nummer is null then eigen_regel.status
        else 'afgekeurd'
    end as status,
    eigen_regel.retour_codes,
    gecrediteerd.vorig_referentie_nummer is not null as is_gecrediteerd,
    greatest(
        eigen_regel.dagtekening_datum,
        eigen_regel.antwoord_datum,
        gecrediteerd.bekend_sinds,
        vervallen.vervallen_sinds_datum
    ) as bekend_sinds
from eigen_regel
inner join debet_credit
    on eigen_regel.debet_credit_code = debet_credit.debet_credit_code
left join bekostiging
    on
        eigen_regel.eenheid_code = bekostiging.eenheid_code
        and {{ geldt_op('eigen_regel.zorgmaand', 'bekostiging') }}
left join product
    on
        eigen_regel.product_categorie_code = product.product_categorie_code
        and eigen_regel.product_code = product.product_code
        and eigen_regel.zorgmaand = product.datum
left join toewijzing_verwijzer
    on
        eigen_regel.gemeente_code = toewijzing_verwijzer.gemeente_code
        and eigen_regel.toewijzing_nummer = toewijzing_verwijzer.toewijzing_nummer
left join zonder_verzoek
    on
        product.zorgvorm = zonder_verzoek.zorgvorm
        and {{ geldt_op('eigen_regel.zorgmaand', 'zonder_verzoek') }}
left join gecrediteerd
    on
        eigen_regel.aanbieder_agb = gecrediteerd.aanbieder_agb
        and eigen_regel.referentie_nummer = gecrediteerd.vorig_referentie_nummer
left join vervallen
    on
        eigen_regel.aanbieder_agb = vervallen.aanbieder_agb
        and eigen_regel.referentie_nummer = vervallen.referentie_nummer
