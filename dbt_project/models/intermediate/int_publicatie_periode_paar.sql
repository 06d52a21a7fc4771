-- Grain: published area, periode that is over and has the same periode a year before in the data.
with gebied_maand as (
    select * from {{ ref('int_publicatie_maand') }}
),

periode_maand as (
    select * from {{ ref('int_publicatie_periode') }}
),

peil as (
    select * from {{ ref('int_peildatum') }}
),

gebied_periode as (
    select
        gebied_maand.gebied_code,
        gebied_maand.gebied_naam,
        periode_maand.periode_soort,
        periode_maand.periode,
        periode_maand.vorige_periode,
        bool_or(gebied_maand.is_declaratie_bekend) as is_declaratie_bekend
    from gebied_maand
    inner join periode_maand on gebied_maand.zorgmaand = periode_maand.zorgmaand
    cross join peil
    group by
        gebied_maand.gebied_code,
        gebied_maand.gebied_naam,
        periode_maand.periode_soort,
        periode_maand.periode,
        periode_maand.vorige_periode,
        periode_maand.aantal_maanden,
        peil.peildatum
    having
        count(*) = periode_maand.aantal_maanden
        and max(periode_maand.laatste_dag) <= peil.peildatum
)

select
    nu.gebied_code,
    nu.gebied_naam,
    nu.periode_soort,
    nu.periode,
    nu.vorige_periode,
    nu.is_declaratie_bekend and toen.is_declaratie_bekend as is_declaratie_bekend
from gebied_periode as nu
inner join gebied_periode as toen
    on
        nu.gebied_code = toen.gebied_code
        and nu.vorige_periode = toen.periode
