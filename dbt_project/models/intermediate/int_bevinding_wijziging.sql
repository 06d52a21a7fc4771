-- Grain: rule, product in a request for change (jw317). A current toewijzing is left out (TR349), a
-- listed one is not current (TR350, TR351), the wanted start lies in the past (TR357) or is not
-- that of the toewijzing although the budget or total changes (TR373), or the omvang does not fit
-- the shape of the toewijzing (TR375 generic, TR411 with a code, TR412 without a code).
with toewijzing as (
    select * from {{ ref('int_bevinding_wijziging_toewijzing') }}
),

product as (
    select * from {{ ref('int_bevinding_wijziging_product') }}
),

frequentie as (
    select * from {{ ref('frequentie_tijdvak') }}
),

-- care that runs on the day of the request and was allocated before that day
lopend as (
    select
        toewijzing.aanbieder_agb,
        toewijzing.gemeente_code,
        toewijzing.dagtekening_datum,
        'gemeente ' || toewijzing.gemeente_code
        || ', verzoek ' || toewijzing.referentie_aanbieder
        || ', toewijzing ' || toewijzing.toewijzing_nummer as plaats,
        product.toewijzing_nummer is not null as is_genoemd
    from toewijzing
    left join product
        on
            toewijzing.bericht_sleutel = product.bericht_sleutel
            and toewijzing.toewijzing_nummer = product.toewijzing_nummer
    where
        toewijzing.is_actueel
        and toewijzing.is_eerder_bekend
        and toewijzing.ingang_datum <= toewijzing.dagtekening_datum
),

ongewijzigd as (
    select *
    from product
    where klasse = 'OngewijzigdProduct'
),

te_wijzigen as (
    select *
    from product
    where klasse = 'TeWijzigenProduct'
),

gewijzigd as (
    select
        te_wijzigen.*,
        te_wijzigen.gewenste_ingang_datum = te_wijzigen.toegewezen_ingang_datum
            as is_ingang_gelijk,
        (
            te_wijzigen.budget_eurocent is not null
            and te_wijzigen.toegewezen_budget_eurocent is not null
        )
        or (
            coalesce(frequentie.tijdvak = 'totaal', false)
            and te_wijzigen.omvang_frequentie_code = te_wijzigen.toegewezen_frequentie_code
        ) as is_totaal,
        te_wijzigen.omvang_volume is not null as heeft_omvang,
        coalesce(te_wijzigen.eind_datum > date '2020-12-31', true) as eindigt_na_2020
    from te_wijzigen
    left join frequentie
        on te_wijzigen.toegewezen_frequentie_code = frequentie.frequentie_code
    where te_wijzigen.is_actueel
),

bevinding as (
    select
        'TR349' as regel_code,
        aanbieder_agb,
        gemeente_code,
        plaats,
        dagtekening_datum
    from lopend
    where not is_genoemd
    union all
    select
        'TR350' as regel_code,
        aanbieder_agb,
        gemeente_code,
        plaats,
        dagtekening_datum
    from ongewijzigd
    where not is_actueel
    union all
    select
        'TR351' as regel_code,
        aanbieder_agb,
        gemeente_code,
        plaats,
        dagtekening_datum
    from te_wijzigen
    where not is_actueel
    union all
    select
        'TR357' as regel_code,
        aanbieder_agb,
        gemeente_code,
        plaats,
        dagtekening_datum
    from gewijzigd
    where gewenste_ingang_datum <= dagtekening_datum and not is_ingang_gelijk
    union all
    select
        'TR373' as regel_code,
        aanbieder_agb,
        gemeente_code,
        plaats,
        dagtekening_datum
    from gewijzigd
    where is_totaal and not is_ingang_gelijk
    union all
    select
        'TR375' as regel_code,
        aanbieder_agb,
        gemeente_code,
        plaats,
        dagtekening_datum
    from gewijzigd
    where heeft_omvang and product_categorie_code is null and eindigt_na_2020
    union all
    select
        'TR411' as regel_code,
        aanbieder_agb,
        gemeente_code,
        plaats,
        dagtekening_datum
    from gewijzigd
    where not heeft_omvang and product_code is not null
    union all
    select
        'TR412' as regel_code,
        aanbieder_agb,
        gemeente_code,
        plaats,
        dagtekening_datum
    from gewijzigd
    where
        heeft_omvang
        and product_categorie_code is not null
        and product_code is null
        and eindigt_na_2020
)

select
    regel_code,
    'jw317' as bericht,
    aanbieder_agb,
    gemeente_code,
    plaats,
    min(dagtekening_datum) as eerste_gezien
from bevinding
group by regel_code, aanbieder_agb, gemeente_code, plaats
