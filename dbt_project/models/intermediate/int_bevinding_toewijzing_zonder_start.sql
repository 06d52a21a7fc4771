-- Grain: current toewijzing that runs longer than the seed ijw_termijn allows without a start and
-- without lines (W024). Care that goes on from an earlier number of the same category needs no new
-- start; with lines and no start it is W010.
with toewijzing as (
    select * from {{ ref('int_toewijzing_actueel') }}
),

start as (
    select * from {{ ref('int_start_live') }}
),

stop as (
    select * from {{ ref('int_stop_live') }}
),

netto as (
    select * from {{ ref('int_declaratie_netto_maand') }}
),

termijn as (
    select *
    from {{ ref('ijw_termijn') }}
    where termijn = 'toewijzing_gestart'
),

peil as (
    select * from {{ ref('int_peildatum') }}
),

gestart as (
    select distinct
        gemeente_code,
        toewijzing_nummer
    from start
    where toewijzing_nummer is not null
),

gedeclareerd as (
    select distinct
        gemeente_code,
        toewijzing_nummer
    from netto
),

lopend as (
    select distinct
        start.gemeente_code,
        start.aanbieder_agb,
        start.client_sleutel,
        start.product_categorie_code
    from start
    left join stop
        on
            start.gemeente_code = stop.gemeente_code
            and start.aanbieder_agb = stop.aanbieder_agb
            and start.client_sleutel = stop.client_sleutel
            and start.toewijzing_nummer is not distinct from stop.toewijzing_nummer
            and start.begin_datum = stop.begin_datum
            and not stop.is_tijdelijk
    where stop.gemeente_code is null
),

beoordeeld as (
    select
        toewijzing.aanbieder_agb,
        toewijzing.gemeente_code,
        toewijzing.toewijzing_nummer,
        cast(
            greatest(toewijzing.ingang_datum, toewijzing.bekend_sinds)
            + interval (termijn.aantal + 1) day as date
        ) as te_laat_datum,
        least(peil.peildatum, coalesce(toewijzing.eind_datum, peil.peildatum)) as loopt_tot_datum,
        gestart.gemeente_code is not null
        or gedeclareerd.gemeente_code is not null
        or lopend.gemeente_code is not null as heeft_zorg
    from toewijzing
    cross join termijn
    cross join peil
    left join gestart
        on
            toewijzing.gemeente_code = gestart.gemeente_code
            and toewijzing.toewijzing_nummer = gestart.toewijzing_nummer
    left join gedeclareerd
        on
            toewijzing.gemeente_code = gedeclareerd.gemeente_code
            and toewijzing.toewijzing_nummer = gedeclareerd.toewijzing_nummer
    left join lopend
        on
            toewijzing.gemeente_code = lopend.gemeente_code
            and toewijzing.aanbieder_agb = lopend.aanbieder_agb
            and toewijzing.client_sleutel = lopend.client_sleutel
            and toewijzing.product_categorie_code
            is not distinct from lopend.product_categorie_code
)

select
    'W024' as regel_code,
    'jw305' as bericht,
    aanbieder_agb,
    gemeente_code,
    'gemeente ' || gemeente_code || ', toewijzing ' || toewijzing_nummer as plaats,
    te_laat_datum as eerste_gezien
from beoordeeld
where not heeft_zorg and te_laat_datum <= loopt_tot_datum
