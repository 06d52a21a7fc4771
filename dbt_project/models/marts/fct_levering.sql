-- Grain: bron, aanbieder, periode. Late means later than the term of the seed leveringstermijn, or
-- expected, not received and past that term.
with declaratie as (
    select * from {{ ref('int_levering_declaratie') }}
),

kwartaalcijfers as (
    select * from {{ ref('int_levering_kwartaalcijfers') }}
),

overig as (
    select * from {{ ref('int_levering_overig') }}
),

termijn as (
    select * from {{ ref('leveringstermijn') }}
),

peil as (
    select * from {{ ref('int_peildatum') }}
),

alles as (
    select
        'ijw' as bron,
        aanbieder_agb,
        periode,
        periode_eind_datum,
        verwacht,
        ontvangen,
        false as nul_opgave,
        eerste_ontvangst_datum,
        rijen_aanvaard,
        rijen_geweigerd
    from declaratie
    union all
    select
        'kwartaalcijfers' as bron,
        aanbieder_agb,
        periode,
        periode_eind_datum,
        verwacht,
        ontvangen,
        nul_opgave,
        eerste_ontvangst_datum,
        rijen_aanvaard,
        rijen_geweigerd
    from kwartaalcijfers
    union all
    select
        bron,
        null as aanbieder_agb,
        periode,
        null as periode_eind_datum,
        null as verwacht,
        ontvangen,
        false as nul_opgave,
        eerste_ontvangst_datum,
        rijen_aanvaard,
        rijen_geweigerd
    from overig
),

met_termijn as (
    select
        alles.*,
        peil.peildatum,
        alles.periode_eind_datum + termijn.termijn_dagen as uiterste_datum
    from alles
    cross join peil
    left join termijn
        on
            alles.bron = termijn.levering_bron
            and alles.periode_eind_datum >= termijn.ingangsdatum
            and alles.periode_eind_datum <= coalesce(termijn.einddatum, date '9999-12-31')
)

select
    bron,
    aanbieder_agb,
    periode,
    verwacht,
    ontvangen,
    nul_opgave,
    case
        when ontvangen then eerste_ontvangst_datum > uiterste_datum
        when verwacht then peildatum > uiterste_datum
    end as te_laat,
    cast(rijen_aanvaard as bigint) as rijen_aanvaard,
    cast(rijen_geweigerd as bigint) as rijen_geweigerd,
    -- that something is missing is known since the day on which its period was over
    coalesce(eerste_ontvangst_datum, least(periode_eind_datum, peildatum)) as bekend_sinds
from met_termijn
