-- What ran, plus what began, less what ended, is what runs: nothing is lost on the counting day.
with telling as (
    select * from {{ ref('int_jeugdbescherming_kwartaal') }}
),

peil as (
    select * from {{ ref('int_peildatum') }}
),

met_vorig as (
    select
        *,
        lag(aantal_lopend) over (
            partition by gebied_code, maatregel
            order by kwartaal asc
        ) as vorig_lopend
    from telling
)

select
    met_vorig.kwartaal,
    met_vorig.gebied_code,
    met_vorig.maatregel
from met_vorig
cross join peil
where
    -- in the last kwartaal an end after the peildatum may be known already
    met_vorig.kwartaal < {{ kwartaal('peil.peildatum') }}
    and met_vorig.vorig_lopend + met_vorig.aantal_begonnen - met_vorig.aantal_beeindigd
    != met_vorig.aantal_lopend
