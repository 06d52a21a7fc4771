-- Grain: current toewijzing that runs longer than the seed ijw_termijn allows without a start and
-- without lines (W024). Every number needs a start of its own, also one that replaces another
-- (OP289); with lines and no start it is W010.
with toewijzing as (
    select * from {{ ref('int_toewijzing_actueel') }}
),

start as (
    select * from {{ ref('int_start_live') }}
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

met_zorg as (
    select
        gemeente_code,
        toewijzing_nummer
    from start
    where toewijzing_nummer is not null
    union
    select
        gemeente_code,
        toewijzing_nummer
    from netto
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
        met_zorg.gemeente_code is not null as heeft_zorg
    from toewijzing
    cross join termijn
    cross join peil
    left join met_zorg
        on
            toewijzing.gemeente_code = met_zorg.gemeente_code
            and toewijzing.toewijzing_nummer = met_zorg.toewijzing_nummer
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
