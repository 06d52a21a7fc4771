-- Grain: aanbieder_agb, referentie_nummer of a line that stands and does not fit its toewijzing or
-- the care that was reported.
with regel as (
    select * from {{ ref('int_benutting_regel') }}
)

select
    aanbieder_agb,
    referentie_nummer,
    gemeente_code,
    toewijzing_nummer,
    client_sleutel,
    zorgvorm,
    zorgmaand,
    product_periode_begin_datum,
    product_periode_eind_datum,
    soort_toewijzing,
    soort_toewijzing != 'eigen' or is_buiten_periode as is_buiten_toewijzing,
    is_buiten_periode,
    is_deels_buiten_periode,
    is_na_stop,
    is_tijdens_tijdelijke_stop,
    ingediend_eurocent,
    bekend_sinds
from regel
where
    soort_toewijzing != 'eigen'
    or is_buiten_periode
    or is_deels_buiten_periode
    or is_na_stop
    or is_tijdens_tijdelijke_stop
