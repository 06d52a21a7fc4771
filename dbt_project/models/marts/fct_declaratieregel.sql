-- Grain: aanbieder_agb, referentie_nummer. All signed: a credit takes amount and volume back.
with regel as (
    select * from {{ ref('int_declaratieregel') }}
)

select
    aanbieder_agb,
    referentie_nummer,
    vorig_referentie_nummer,
    gemeente_code,
    toewijzing_nummer,
    heeft_toewijzing,
    client_sleutel,
    zorgmaand,
    product_categorie_code as product_categorie,
    product_code,
    zorgvorm,
    niveau,
    verwijzer_groep,
    bekostiging,
    declaratie_nummer,
    dagtekening_datum,
    antwoord_datum,
    volume,
    eenheid_code as eenheid,
    debet_credit_code as debet_credit,
    ingediend_eurocent,
    status,
    retour_codes,
    case when status = 'toegekend' then ingediend_eurocent else 0 end as toegekend_eurocent,
    is_gecrediteerd,
    bekend_sinds
from regel
