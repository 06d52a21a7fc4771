-- Grain: soort, zorgvorm, gemeente_code, zorgmaand. Pgb and other costs are known per year: the
-- amount is spread over the twelve months, of which those up to the peildatum are shown.
with overige_kosten as (
    select * from {{ ref('stg_contracten__overige_kosten') }}
),

maand as (
    select * from {{ ref('dim_maand') }}
),

peil as (
    select * from {{ ref('int_peildatum') }}
),

laatste_bestand as (
    select
        soort,
        zorgvorm,
        gemeente_code,
        jaar,
        max((opgave_datum, bestand_sleutel)) as laatste
    from overige_kosten
    where {{ binnen_stand('opgave_datum') }}
    group by soort, zorgvorm, gemeente_code, jaar
),

jaarbedrag as (
    select
        overige_kosten.soort,
        overige_kosten.zorgvorm,
        overige_kosten.gemeente_code,
        overige_kosten.jaar,
        cast(sum(overige_kosten.bedrag_eurocent) as bigint) as bedrag_eurocent,
        max(overige_kosten.opgave_datum) as bekend_sinds
    from overige_kosten
    inner join laatste_bestand
        on
            overige_kosten.soort = laatste_bestand.soort
            and overige_kosten.zorgvorm = laatste_bestand.zorgvorm
            and overige_kosten.gemeente_code = laatste_bestand.gemeente_code
            and overige_kosten.jaar = laatste_bestand.jaar
            and (overige_kosten.opgave_datum, overige_kosten.bestand_sleutel)
            = laatste_bestand.laatste
    group by
        overige_kosten.soort,
        overige_kosten.zorgvorm,
        overige_kosten.gemeente_code,
        overige_kosten.jaar
)

select
    jaarbedrag.soort,
    jaarbedrag.zorgvorm,
    jaarbedrag.gemeente_code,
    maand.zorgmaand,
    cast(
        {{ deel_naar_rato('jaarbedrag.bedrag_eurocent', 'maand.maand_nummer', '12') }} as bigint
    ) as kosten_eurocent,
    jaarbedrag.bekend_sinds
from jaarbedrag
inner join maand
    on jaarbedrag.jaar = maand.jaar
inner join peil
    on maand.zorgmaand <= peil.peildatum
