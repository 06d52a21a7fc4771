-- Grain: line that stands whose amount is not volume times tarief (TR346). A price per hour that
-- is claimed in minutes rounds: the seed bedrag_tolerantie says how far it may be off.
with regel as (
    select * from {{ ref('int_bevinding_regel') }}
),

tolerantie as (
    select * from {{ ref('bedrag_tolerantie') }}
)

select
    'TR346' as regel_code,
    'jw323' as bericht,
    regel.aanbieder_agb,
    regel.gemeente_code,
    regel.plaats,
    regel.dagtekening_datum as eerste_gezien
from regel
left join tolerantie
    on
        regel.eenheid_code = tolerantie.eenheid_code
        and {{ geldt_op('regel.zorgmaand', 'tolerantie') }}
where
    regel.product_tarief_eurocent is not null
    and abs(regel.ingediend_eurocent - regel.volume * regel.product_tarief_eurocent)
    > coalesce(tolerantie.eurocent_per_eenheid * abs(regel.volume) + tolerantie.eurocent_vast, 0)
