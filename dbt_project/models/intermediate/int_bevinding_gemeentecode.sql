-- Grain: message, gemeente code that was not in use on the day that the care begins (TR378): it is
-- on no list of the CBS, or its gemeente had merged before. Its old code stays right for care that
-- began before.
with toewijzing as (
    select * from {{ ref('stg_ijw__toewijzing') }}
),

start as (
    select * from {{ ref('stg_ijw__start') }}
),

stop as (
    select * from {{ ref('stg_ijw__stop') }}
),

verzoek as (
    select * from {{ ref('stg_ijw__verzoek') }}
),

wijziging as (
    select * from {{ ref('int_bevinding_wijziging_product') }}
),

antwoord as (
    select * from {{ ref('stg_ijw__antwoord') }}
),

prestatie as (
    select * from {{ ref('stg_ijw__prestatie') }}
),

actueel as (
    select * from {{ ref('int_toewijzing_laatste_versie') }}
),

geldig as (
    select * from {{ ref('int_bericht_geldig') }}
),

cbs as (
    select * from {{ ref('CBS_gemeentecode_2026') }}
),

opgeheven as (
    select * from {{ ref('gemeente_opgeheven') }}
),

code as (
    select
        code as gemeente_code,
        coalesce(ingangsdatum, date '0001-01-01') as ingangsdatum,
        coalesce(einddatum, date '9999-12-31') as einddatum
    from cbs
    union all
    select
        gemeente_code,
        date '0001-01-01' as ingangsdatum,
        einddatum
    from opgeheven
),

gebruik as (
    select
        bericht_sleutel,
        gemeente_code as genoemde_code,
        ingang_datum as zorg_datum
    from toewijzing
    union all
    select
        bericht_sleutel,
        gemeente_code as genoemde_code,
        coalesce(toewijzing_ingang_datum, begin_datum) as zorg_datum
    from start
    union all
    select
        bericht_sleutel,
        gemeente_code as genoemde_code,
        coalesce(toewijzing_ingang_datum, begin_datum) as zorg_datum
    from stop
    union all
    select
        bericht_sleutel,
        gemeente_code as genoemde_code,
        toewijzing_ingang_datum as zorg_datum
    from verzoek
    union all
    select
        bericht_sleutel,
        gemeente_code as genoemde_code,
        coalesce(toegewezen_ingang_datum, gewenste_ingang_datum, dagtekening_datum) as zorg_datum
    from wijziging
    union all
    select
        bericht_sleutel,
        woonplaats_gemeente_code as genoemde_code,
        dagtekening_datum as zorg_datum
    from antwoord
    where woonplaats_gemeente_code is not null
    union all
    select
        prestatie.bericht_sleutel,
        prestatie.gemeente_code as genoemde_code,
        coalesce(actueel.ingang_datum, prestatie.product_periode_begin_datum) as zorg_datum
    from prestatie
    left join actueel
        on
            prestatie.gemeente_code = actueel.gemeente_code
            and prestatie.toewijzing_nummer = actueel.toewijzing_nummer
),

beoordeeld as (
    select
        geldig.bericht,
        geldig.aanbieder_agb,
        geldig.gemeente_code,
        geldig.dagtekening_datum,
        gebruik.genoemde_code,
        coalesce(
            gebruik.zorg_datum >= code.ingangsdatum and gebruik.zorg_datum <= code.einddatum, false
        ) as is_in_gebruik
    from gebruik
    inner join geldig on gebruik.bericht_sleutel = geldig.bericht_sleutel
    left join code on gebruik.genoemde_code = code.gemeente_code
)

select
    'TR378' as regel_code,
    bericht,
    aanbieder_agb,
    gemeente_code,
    bericht || ', gemeentecode ' || genoemde_code as plaats,
    min(dagtekening_datum) as eerste_gezien
from beoordeeld
where not is_in_gebruik
group by bericht, aanbieder_agb, gemeente_code, genoemde_code
