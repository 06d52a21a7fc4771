-- What became known after the stand is not known yet.
with mutatie as (
    select * from {{ ref('int_declaratie_mutatie') }}
),

peil as (
    select * from {{ ref('int_peildatum') }}
)

select
    mutatie.soort,
    mutatie.mutatie_datum
from mutatie
cross join peil
where mutatie.mutatie_datum > peil.peildatum
