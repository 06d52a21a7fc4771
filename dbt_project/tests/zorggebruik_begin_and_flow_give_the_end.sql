-- Begin + instroom - uitstroom = end, and the end of a kwartaal is the begin of the next.
with telling as (
    select * from {{ ref('int_zorggebruik_kwartaal') }}
),

met_vorige as (
    select
        *,
        lag(kwartaal_begin) over reeks as vorige_begin,
        lag(aantal_eind) over reeks as vorige_eind
    from telling
    window reeks as (partition by gebied_code, zorgvorm_groep order by kwartaal_begin)
)

select
    gebied_code,
    zorgvorm_groep,
    kwartaal
from met_vorige
where
    aantal_begin + aantal_keer_instroom - aantal_keer_uitstroom != aantal_eind
    or aantal_begin != case
        when vorige_begin = {{ tel_maanden_op('kwartaal_begin', -3) }} then vorige_eind else 0
    end
