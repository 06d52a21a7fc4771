-- Grain: gemeente_code, toewijzing_nummer. Only a request (jw315) names who referred; without one
-- the gemeente referred, or for jb and jr the gecertificeerde instelling or the rechter.
with toewijzing as (
    select * from {{ ref('int_toewijzing_actueel') }}
),

verzoek as (
    select * from {{ ref('int_verzoek_geldig') }}
),

verwijzer as (
    select * from {{ ref('verwijzer') }}
),

zonder_verzoek as (
    select * from {{ ref('verwijzer_zonder_verzoek') }}
),

gekoppeld as (
    select
        toewijzing.gemeente_code,
        toewijzing.toewijzing_nummer,
        toewijzing.zorgvorm,
        toewijzing.ingang_datum,
        verzoek.verzoek_datum,
        verzoek.ingang_datum as gewenste_ingang_datum,
        verzoek.verwijzer_type_code
    from toewijzing
    left join verzoek
        on
            toewijzing.aanbieder_agb = verzoek.aanbieder_agb
            and toewijzing.referentie_aanbieder = verzoek.referentie_aanbieder
    qualify
        row_number() over (
            partition by toewijzing.gemeente_code, toewijzing.toewijzing_nummer
            order by
                (toewijzing.gemeente_code = verzoek.gemeente_code) desc nulls last,
                verzoek.verzoek_datum asc,
                verzoek.gemeente_code asc
        ) = 1
)

select
    gekoppeld.gemeente_code,
    gekoppeld.toewijzing_nummer,
    gekoppeld.verzoek_datum,
    gekoppeld.gewenste_ingang_datum,
    gekoppeld.verwijzer_type_code,
    coalesce(
        verwijzer.verwijzer_groep, zonder_verzoek.verwijzer_groep, 'gemeente'
    ) as verwijzer_groep,
    case when gekoppeld.verzoek_datum is null then 'gemeente' else 'verzoek' end as route
from gekoppeld
left join verwijzer
    on
        gekoppeld.verwijzer_type_code = verwijzer.verwijzer_type_code
        and {{ geldt_op('gekoppeld.verzoek_datum', 'verwijzer') }}
left join zonder_verzoek
    on
        gekoppeld.zorgvorm = zonder_verzoek.zorgvorm
        and {{ geldt_op('gekoppeld.ingang_datum', 'zonder_verzoek') }}
