-- Grain: figuur, regel_sleutel, deel, oorzaak, zorgvorm, niveau, verwijzer_groep. Why a figure
-- differs from the earlier stand: every line of cost and every month in care that changed.
with kosten as (
    select * from {{ ref('int_revisie_kosten') }}
),

zorggebruik as (
    select * from {{ ref('int_revisie_zorggebruik') }}
),

peil as (
    select * from {{ ref('int_peildatum') }}
),

alles as (
    select
        'kosten' as figuur,
        concat_ws('/', soort, regel_sleutel) as regel_sleutel,
        deel,
        oorzaak,
        gemeente_code,
        aanbieder_agb,
        zorgvorm,
        niveau,
        verwijzer_groep,
        bekostiging,
        zorgmaand,
        client_sleutel,
        verschil_eurocent,
        0 as verschil_jeugdigenmaanden,
        vorige_stand_datum,
        bekend_sinds
    from kosten
    union all
    select
        'zorggebruik' as figuur,
        concat_ws('/', client_sleutel, gemeente_code, zorgvorm, zorgmaand) as regel_sleutel,
        'maand' as deel,
        oorzaak,
        gemeente_code,
        aanbieder_agb,
        zorgvorm,
        niveau,
        'nvt' as verwijzer_groep,
        'nvt' as bekostiging,
        zorgmaand,
        client_sleutel,
        0 as verschil_eurocent,
        verschil_jeugdigenmaanden,
        vorige_stand_datum,
        bekend_sinds
    from zorggebruik
)

select
    alles.figuur,
    alles.regel_sleutel,
    alles.deel,
    alles.oorzaak,
    alles.gemeente_code,
    alles.aanbieder_agb,
    alles.zorgvorm,
    alles.niveau,
    alles.verwijzer_groep,
    alles.bekostiging,
    alles.zorgmaand,
    alles.client_sleutel,
    cast(alles.verschil_eurocent as bigint) as verschil_eurocent,
    cast(alles.verschil_jeugdigenmaanden as integer) as verschil_jeugdigenmaanden,
    alles.vorige_stand_datum,
    -- what went away was known to be gone by now, no message of its own says since when
    coalesce(alles.bekend_sinds, peil.peildatum) as bekend_sinds
from alles
cross join peil
