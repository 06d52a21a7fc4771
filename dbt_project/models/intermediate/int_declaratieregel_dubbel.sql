-- Grain: bericht_sleutel, regel_volgnummer. Lines that another line with the same reference
-- replaces: what is in the lake but not in fct_declaratieregel.
with regel as (
    select * from {{ ref('int_declaratieregel_status') }}
)

select
    bericht_sleutel,
    regel_volgnummer,
    aanbieder_agb,
    gemeente_code,
    referentie_nummer,
    status,
    dagtekening_datum
from regel
where rangnummer > 1
