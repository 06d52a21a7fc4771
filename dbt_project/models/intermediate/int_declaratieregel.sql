-- Grain: aanbieder_agb, referentie_nummer. The line that counts, signed, with care and referrer.
with regel as (
    select * from {{ ref('int_declaratieregel_status') }}
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

-- A refused credit takes nothing back.
credit as (
    select
        aanbieder_agb,
        vorig_referentie_nummer,
        min(greatest(dagtekening_datum, antwoord_datum)) as bekend_sinds
    from eigen_regel
    where vorig_referentie_nummer is not null and status <> 'afgekeurd'
    group by aanbieder_agb, vorig_referentie_nummer
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
    eigen_regel.status,
    eigen_regel.retour_codes,
    credit.vorig_referentie_nummer is not null as is_gecrediteerd,
    greatest(
        eigen_regel.dagtekening_datum, eigen_regel.antwoord_datum, credit.bekend_sinds
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
left join credit
    on
        eigen_regel.aanbieder_agb = credit.aanbieder_agb
        and eigen_regel.referentie_nummer = credit.vorig_referentie_nummer
