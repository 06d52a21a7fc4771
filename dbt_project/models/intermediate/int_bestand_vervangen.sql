-- Grain: file of which it can be said whether a later file replaced it, per way in which that
-- shows. By onderwerp: every part that it is about stands in a later file that could be read, or
-- not yet. By bestandsnaam: a later file of the same name could be read. A name without a number
-- (a year, a date, a serial number) is used again for another delivery, so it identifies nothing.
with bestand as (
    select * from {{ ref('int_bestand') }}
),

onderwerp as (
    select * from {{ ref('int_bestand_onderwerp') }}
),

bekend as (
    select
        onderwerp.*,
        bestand.ontvangst_datum,
        bestand.status
    from onderwerp
    inner join bestand
        on
            onderwerp.bron = bestand.bron
            and onderwerp.bestand_sleutel = bestand.bestand_sleutel
),

per_onderwerp as (
    select
        bekend.bron,
        bekend.bestand_sleutel,
        bekend.onderwerp,
        min(
            case
                when nieuwer.ontvangst_datum < bekend.ontvangst_datum then bekend.ontvangst_datum
                else nieuwer.ontvangst_datum
            end
        ) as vervangen_datum
    from bekend
    left join bekend as nieuwer
        on
            bekend.bron = nieuwer.bron
            and bekend.onderwerp = nieuwer.onderwerp
            and nieuwer.status = 'gelezen'
            and (bekend.volgorde_datum, bekend.bestand_sleutel)
            < (nieuwer.volgorde_datum, nieuwer.bestand_sleutel)
    group by bekend.bron, bekend.bestand_sleutel, bekend.onderwerp
),

genaamd as (
    select *
    from bestand
    where regexp_matches(bestandsnaam, '[0-9]{4}')
)

select
    bron,
    bestand_sleutel,
    'onderwerp' as wijze,
    case
        when count(vervangen_datum) = count(*) then max(vervangen_datum)
    end as vervangen_datum
from per_onderwerp
group by bron, bestand_sleutel
union all
select
    genaamd.bron,
    genaamd.bestand_sleutel,
    'bestandsnaam' as wijze,
    min(nieuwer.ontvangst_datum) as vervangen_datum
from genaamd
inner join genaamd as nieuwer
    on
        genaamd.bron = nieuwer.bron
        and genaamd.bestandsnaam = nieuwer.bestandsnaam
        and genaamd.bestand_sleutel != nieuwer.bestand_sleutel
        and nieuwer.status = 'gelezen'
        and (
            genaamd.ontvangst_datum < nieuwer.ontvangst_datum
            -- the folder of a month tells one day for all its files
            or (
                genaamd.ontvangst_datum = nieuwer.ontvangst_datum
                and genaamd.status = 'quarantaine'
            )
        )
group by genaamd.bron, genaamd.bestand_sleutel
