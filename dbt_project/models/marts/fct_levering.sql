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

verwacht as (
    select * from {{ ref('int_levering_verwacht') }}
),

volledigheid as (
    select * from {{ ref('int_volledigheid_ijw') }}
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
        null as uiterste_datum,
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
        null as uiterste_datum,
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
        null as uiterste_datum,
        null as verwacht,
        ontvangen,
        false as nul_opgave,
        eerste_ontvangst_datum,
        rijen_aanvaard,
        rijen_geweigerd
    from overig
    union all
    select
        bron,
        null as aanbieder_agb,
        periode,
        null as periode_eind_datum,
        uiterste_datum,
        true as verwacht,
        ontvangen,
        false as nul_opgave,
        eerste_ontvangst_datum,
        rijen_aanvaard,
        rijen_geweigerd
    from verwacht
),

-- months of care per aanbieder: what the declaraties over a month should be about
zorgmaand as (
    select
        aanbieder_agb,
        left(cast(zorgmaand as varchar), 7) as periode,
        sum(verwacht) as aantal_verwacht,
        sum(ontvangen) as aantal_ontvangen
    from volledigheid
    group by aanbieder_agb, left(cast(zorgmaand as varchar), 7)
),

eerste as (
    select
        bron,
        aanbieder_agb,
        min(periode) as periode,
        min(min(periode)) over (partition by bron) as eerste_van_bron
    from alles
    where ontvangen and aanbieder_agb is not null
    group by bron, aanbieder_agb
),

met_termijn as (
    select
        alles.bron,
        alles.aanbieder_agb,
        alles.periode,
        alles.periode_eind_datum,
        alles.verwacht,
        alles.ontvangen,
        alles.nul_opgave,
        alles.eerste_ontvangst_datum,
        alles.rijen_aanvaard,
        alles.rijen_geweigerd,
        peil.peildatum,
        coalesce(
            alles.uiterste_datum, alles.periode_eind_datum + termijn.termijn_dagen
        ) as uiterste_datum
    from alles
    cross join peil
    left join termijn
        on
            alles.bron = termijn.levering_bron
            and alles.periode_eind_datum >= termijn.ingangsdatum
            and alles.periode_eind_datum <= coalesce(termijn.einddatum, date '9999-12-31')
)

select
    met_termijn.bron,
    met_termijn.aanbieder_agb,
    met_termijn.periode,
    met_termijn.verwacht,
    met_termijn.ontvangen,
    met_termijn.nul_opgave,
    case
        when met_termijn.ontvangen
            then met_termijn.eerste_ontvangst_datum > met_termijn.uiterste_datum
        when met_termijn.verwacht then met_termijn.peildatum > met_termijn.uiterste_datum
    end as te_laat,
    -- the first of all is where the data begin, not somebody who is new
    coalesce(
        met_termijn.periode = eerste.periode and eerste.periode > eerste.eerste_van_bron, false
    ) as is_eerste_levering,
    cast(
        case
            when met_termijn.bron = 'ijw' then coalesce(zorgmaand.aantal_verwacht, 0)
            when met_termijn.verwacht then 1
            when met_termijn.verwacht is not null then 0
        end as bigint
    ) as aantal_verwacht,
    cast(
        case
            when met_termijn.bron = 'ijw' then coalesce(zorgmaand.aantal_ontvangen, 0)
            when met_termijn.verwacht and met_termijn.ontvangen then 1
            when met_termijn.verwacht is not null then 0
        end as bigint
    ) as aantal_ontvangen,
    cast(met_termijn.rijen_aanvaard as bigint) as rijen_aanvaard,
    cast(met_termijn.rijen_geweigerd as bigint) as rijen_geweigerd,
    -- that something is missing is known since the day on which its period was over
    coalesce(
        met_termijn.eerste_ontvangst_datum,
        least(met_termijn.periode_eind_datum, met_termijn.peildatum)
    ) as bekend_sinds
from met_termijn
left join eerste
    on met_termijn.bron = eerste.bron and met_termijn.aanbieder_agb = eerste.aanbieder_agb
left join zorgmaand
    on
        met_termijn.bron = 'ijw'
        and met_termijn.aanbieder_agb = zorgmaand.aanbieder_agb
        and met_termijn.periode = zorgmaand.periode
