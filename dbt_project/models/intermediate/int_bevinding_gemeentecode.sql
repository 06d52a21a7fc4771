-- Grain: message, gemeente code that was not in use on the day that the care begins (TR378): it is
-- on no list of the CBS, or its gemeente had merged before. Its old code stays right for care that
-- began before. An answer names no care, so its sender is right when its code was ever in use.
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

declaratie_antwoord as (
    select * from {{ ref('stg_ijw__declaratie_antwoord') }}
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

levering as (
    select
        bericht_sleutel,
        gemeente_code,
        toewijzing_nummer,
        toewijzing_ingang_datum,
        begin_datum
    from start
    union all
    select
        bericht_sleutel,
        gemeente_code,
        toewijzing_nummer,
        toewijzing_ingang_datum,
        begin_datum
    from stop
    union all
    select
        bericht_sleutel,
        gemeente_code,
        toewijzing_nummer,
        cast(null as date) as toewijzing_ingang_datum,
        product_periode_begin_datum as begin_datum
    from prestatie
),

zorg as (
    select
        bericht_sleutel,
        gemeente_code as genoemde_code,
        ingang_datum as zorg_datum
    from toewijzing
    union all
    select
        levering.bericht_sleutel,
        levering.gemeente_code as genoemde_code,
        coalesce(levering.toewijzing_ingang_datum, actueel.ingang_datum, levering.begin_datum)
            as zorg_datum
    from levering
    left join actueel
        on
            levering.gemeente_code = actueel.gemeente_code
            and levering.toewijzing_nummer = actueel.toewijzing_nummer
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
),

gebruik as (
    select
        bericht_sleutel,
        genoemde_code,
        zorg_datum as vroegste_datum,
        zorg_datum as laatste_datum
    from zorg
    union all
    select
        bericht_sleutel,
        gemeente_code as genoemde_code,
        date '0001-01-01' as vroegste_datum,
        dagtekening_datum as laatste_datum
    from antwoord
    union all
    select
        bericht_sleutel,
        gemeente_code as genoemde_code,
        date '0001-01-01' as vroegste_datum,
        dagtekening_datum as laatste_datum
    from declaratie_antwoord
),

beoordeeld as (
    select
        geldig.bericht,
        geldig.aanbieder_agb,
        geldig.gemeente_code,
        geldig.dagtekening_datum,
        gebruik.genoemde_code,
        coalesce(
            gebruik.laatste_datum >= code.ingangsdatum
            and gebruik.vroegste_datum <= code.einddatum,
            false
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
