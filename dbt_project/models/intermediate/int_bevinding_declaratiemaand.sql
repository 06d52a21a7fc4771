-- Grain: aanbieder, gemeente, month between two claim months that has no claim of its own although
-- care was given in it (TR318). Care is given when it ran the whole month, by start and stop, on a
-- toewijzing that is claimed month by month and was known by then, for a youth with such lines of
-- this aanbieder before and after the month: an extension may have brought a new number. A month
-- that was claimed later, in another claim, is mended.
with segment as (
    select * from {{ ref('int_zorgsegment') }}
),

toewijzing as (
    select * from {{ ref('int_toewijzing_actueel') }}
),

bekostiging as (
    select * from {{ ref('bekostiging') }}
),

maand as (
    select * from {{ ref('dim_maand') }}
),

regel as (
    select * from {{ ref('int_declaratieregel') }}
),

netto as (
    select * from {{ ref('int_declaratie_netto_maand') }}
),

declaratie as (
    select * from {{ ref('stg_ijw__declaratie') }}
),

geldig as (
    select * from {{ ref('int_bericht_geldig') }}
),

gedeclareerd as (
    select
        declaratie.aanbieder_agb,
        declaratie.gemeente_code,
        {{ eerste_van_maand('declaratie.declaratie_periode_begin_datum') }} as declaratiemaand,
        min(declaratie.dagtekening_datum) as dagtekening_datum
    from declaratie
    inner join geldig on declaratie.bericht_sleutel = geldig.bericht_sleutel
    group by
        declaratie.aanbieder_agb,
        declaratie.gemeente_code,
        {{ eerste_van_maand('declaratie.declaratie_periode_begin_datum') }}
),

maandelijkse_toewijzing as (
    select toewijzing.*
    from toewijzing
    inner join bekostiging
        on
            toewijzing.omvang_eenheid_code = bekostiging.eenheid_code
            and bekostiging.bekostiging = 'inspanningsgericht'
),

gefactureerd as (
    select
        netto.gemeente_code,
        netto.aanbieder_agb,
        netto.client_sleutel,
        min(netto.zorgmaand) as eerste_zorgmaand,
        max(netto.zorgmaand) as laatste_zorgmaand
    from netto
    inner join maandelijkse_toewijzing as toewijzing
        on
            netto.gemeente_code = toewijzing.gemeente_code
            and netto.toewijzing_nummer = toewijzing.toewijzing_nummer
            and netto.aanbieder_agb = toewijzing.aanbieder_agb
    group by netto.gemeente_code, netto.aanbieder_agb, netto.client_sleutel
),

zorg as (
    select distinct
        segment.aanbieder_agb,
        segment.gemeente_code,
        maand.zorgmaand
    from segment
    inner join maandelijkse_toewijzing as toewijzing
        on
            segment.gemeente_code = toewijzing.gemeente_code
            and segment.toewijzing_nummer = toewijzing.toewijzing_nummer
            and segment.aanbieder_agb = toewijzing.aanbieder_agb
    inner join gefactureerd
        on
            segment.gemeente_code = gefactureerd.gemeente_code
            and segment.aanbieder_agb = gefactureerd.aanbieder_agb
            and segment.client_sleutel = gefactureerd.client_sleutel
    inner join maand
        on
            segment.begin_datum <= maand.zorgmaand
            and (segment.eind_datum is null or segment.eind_datum >= maand.laatste_dag)
            and toewijzing.eerste_toewijzing_datum <= maand.laatste_dag
            and gefactureerd.eerste_zorgmaand < maand.zorgmaand
            and gefactureerd.laatste_zorgmaand > maand.zorgmaand
),

-- the claims of later months show that the month was passed over
beoordeeld as (
    select
        zorg.aanbieder_agb,
        zorg.gemeente_code,
        zorg.zorgmaand,
        min(gedeclareerd.dagtekening_datum) filter (
            where gedeclareerd.declaratiemaand > zorg.zorgmaand
        ) as later_gedeclareerd_datum,
        bool_or(gedeclareerd.declaratiemaand < zorg.zorgmaand) as is_eerder_gedeclareerd,
        bool_or(gedeclareerd.declaratiemaand = zorg.zorgmaand) as is_zelf_gedeclareerd
    from zorg
    inner join gedeclareerd
        on
            zorg.aanbieder_agb = gedeclareerd.aanbieder_agb
            and zorg.gemeente_code = gedeclareerd.gemeente_code
    group by zorg.aanbieder_agb, zorg.gemeente_code, zorg.zorgmaand
),

regelmaand as (
    select distinct
        aanbieder_agb,
        gemeente_code,
        zorgmaand
    from regel
)

select
    'TR318' as regel_code,
    'jw323' as bericht,
    beoordeeld.aanbieder_agb,
    beoordeeld.gemeente_code,
    'gemeente ' || beoordeeld.gemeente_code
    || ', maand ' || left(cast(beoordeeld.zorgmaand as varchar), 7) as plaats,
    beoordeeld.later_gedeclareerd_datum as eerste_gezien
from beoordeeld
left join regelmaand
    on
        beoordeeld.aanbieder_agb = regelmaand.aanbieder_agb
        and beoordeeld.gemeente_code = regelmaand.gemeente_code
        and beoordeeld.zorgmaand = regelmaand.zorgmaand
where
    beoordeeld.is_eerder_gedeclareerd
    and beoordeeld.later_gedeclareerd_datum is not null
    and not beoordeeld.is_zelf_gedeclareerd
    and regelmaand.zorgmaand is null
