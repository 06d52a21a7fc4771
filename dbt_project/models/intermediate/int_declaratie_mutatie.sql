-- Grain: aanbieder_agb, referentie_nummer, soort. Every change of the known cost, on the day on
-- which it became known: a line adds its amount on its dagtekening (a credit is negative) and takes
-- it back on the day it was refused or void. Summed up to a day: the cost as known on that day.
with regel as (
    select * from {{ ref('fct_declaratieregel') }}
),

declaratie_status as (
    select * from {{ ref('declaratie_status') }}
)

select
    aanbieder_agb,
    referentie_nummer,
    'ingediend' as soort,
    gemeente_code,
    zorgvorm,
    product_categorie,
    product_code,
    eenheid,
    zorgmaand,
    dagtekening_datum as mutatie_datum,
    ingediend_eurocent as eurocent,
    1 as aantal_regels
from regel
union all
select
    regel.aanbieder_agb,
    regel.referentie_nummer,
    'afgekeurd' as soort,
    regel.gemeente_code,
    regel.zorgvorm,
    regel.product_categorie,
    regel.product_code,
    regel.eenheid,
    regel.zorgmaand,
    regel.bekend_sinds as mutatie_datum,
    -regel.ingediend_eurocent as eurocent,
    -1 as aantal_regels
from regel
inner join declaratie_status on regel.status = declaratie_status.status
where not declaratie_status.telt_als_kosten
