-- Grain: rule, line that stands. The category (TR339), code (TR340) or unit (TR341) is not that of
-- the toewijzing of this youth and aanbieder, where that has one. Hours may be claimed in minutes.
with regel as (
    select * from {{ ref('int_bevinding_regel') }}
),

omrekening as (
    select * from {{ ref('eenheid_omrekening') }}
),

vergeleken as (
    select
        regel.plaats,
        regel.aanbieder_agb,
        regel.gemeente_code,
        regel.dagtekening_datum,
        regel.client_sleutel = regel.toegewezen_client_sleutel
        and regel.aanbieder_agb = regel.toegewezen_aanbieder_agb as is_eigen_toewijzing,
        regel.product_categorie_code != regel.toegewezen_product_categorie_code
            as is_categorie_anders,
        regel.product_code != regel.toegewezen_product_code as is_code_anders,
        regel.eenheid_code != regel.toegewezen_eenheid_code
        and regel.eenheid_code
        != coalesce(omrekening.basis_eenheid_code, regel.toegewezen_eenheid_code)
            as is_eenheid_anders
    from regel
    left join omrekening
        on regel.toegewezen_eenheid_code = omrekening.eenheid_code
)

select
    'TR339' as regel_code,
    'jw323' as bericht,
    aanbieder_agb,
    gemeente_code,
    plaats,
    dagtekening_datum as eerste_gezien
from vergeleken
where is_eigen_toewijzing and is_categorie_anders
union all
select
    'TR340' as regel_code,
    'jw323' as bericht,
    aanbieder_agb,
    gemeente_code,
    plaats,
    dagtekening_datum as eerste_gezien
from vergeleken
where is_eigen_toewijzing and is_code_anders
union all
select
    'TR341' as regel_code,
    'jw323' as bericht,
    aanbieder_agb,
    gemeente_code,
    plaats,
    dagtekening_datum as eerste_gezien
from vergeleken
where is_eigen_toewijzing and is_eenheid_anders
