-- Grain: declaratieregel that counts as cost, with all that the published cost asks of it. A number
-- stands for the jeugdige and the product: grouping on it is much faster than on text.
with regel as (
    select * from {{ ref('fct_declaratieregel') }}
),

soort as (
    select * from {{ ref('int_kosten_soort') }}
),

eenheid as (
    select * from {{ ref('kostprijs_eenheid') }}
),

declaratie_status as (
    select * from {{ ref('declaratie_status') }}
),

jeugdige as (
    select
        client_sleutel,
        row_number() over (order by client_sleutel asc) as jeugdige_nummer
    from regel
    group by client_sleutel
),

kosten_regel as (
    select
        regel.gemeente_code,
        regel.toewijzing_nummer,
        regel.client_sleutel,
        regel.product_categorie,
        regel.product_code,
        regel.zorgvorm,
        regel.niveau,
        regel.bekostiging,
        regel.zorgmaand,
        regel.dagtekening_datum,
        regel.antwoord_datum,
        regel.status,
        regel.ingediend_eurocent,
        coalesce(eenheid.kostprijs_eenheid, regel.eenheid) as kostprijs_eenheid,
        regel.volume / coalesce(eenheid.eenheden_per_kostprijs_eenheid, 1) as kostprijs_volume
    from regel
    inner join declaratie_status on regel.status = declaratie_status.status
    left join eenheid
        on
            regel.eenheid = eenheid.eenheid_code
            and {{ geldt_op('regel.zorgmaand', 'eenheid') }}
    where declaratie_status.telt_als_kosten
),

product as (
    select
        product_categorie,
        product_code,
        kostprijs_eenheid,
        row_number() over (
            order by product_categorie asc, product_code asc, kostprijs_eenheid asc
        ) as product_nummer
    from kosten_regel
    group by product_categorie, product_code, kostprijs_eenheid
)

select
    kosten_regel.gemeente_code,
    kosten_regel.toewijzing_nummer,
    jeugdige.jeugdige_nummer,
    product.product_nummer,
    kosten_regel.zorgvorm,
    kosten_regel.niveau,
    soort.kosten_soort,
    soort.begroting_categorie,
    kosten_regel.zorgmaand,
    {{ eerste_van_maand('kosten_regel.dagtekening_datum') }} as declaratiemaand,
    case
        when kosten_regel.status = 'toegekend'
            then {{ eerste_van_maand('kosten_regel.antwoord_datum') }}
    end as boekingsmaand,
    kosten_regel.ingediend_eurocent as kosten_eurocent,
    kosten_regel.kostprijs_volume as volume
from kosten_regel
inner join jeugdige on kosten_regel.client_sleutel = jeugdige.client_sleutel
inner join product
    on
        kosten_regel.product_categorie = product.product_categorie
        and kosten_regel.product_code = product.product_code
        and kosten_regel.kostprijs_eenheid = product.kostprijs_eenheid
left join soort
    on
        kosten_regel.bekostiging = soort.bekostiging
        and kosten_regel.zorgvorm = soort.zorgvorm
        and kosten_regel.niveau = soort.niveau
        and kosten_regel.zorgmaand = soort.zorgmaand
