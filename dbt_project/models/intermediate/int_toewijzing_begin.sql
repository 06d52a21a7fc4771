-- Grain: current toewijzing. Whether its care has begun, as far as the messages tell, and whether
-- that had to be known: the term of the seed ijw_termijn is over, or the toewijzing itself.
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

met_termijn as (
    select
        toewijzing.gemeente_code,
        toewijzing.toewijzing_nummer,
        toewijzing.aanbieder_agb,
        toewijzing.ingang_datum,
        toewijzing.eind_datum,
        peil.peildatum,
        least(peil.peildatum, coalesce(toewijzing.eind_datum, peil.peildatum)) as loopt_tot_datum,
        cast(
            greatest(toewijzing.ingang_datum, toewijzing.bekend_sinds)
            + interval (termijn.aantal + 1) day as date
        ) as te_laat_datum
    from toewijzing
    cross join termijn
    cross join peil
)

select
    met_termijn.gemeente_code,
    met_termijn.toewijzing_nummer,
    met_termijn.aanbieder_agb,
    met_termijn.ingang_datum,
    met_termijn.loopt_tot_datum,
    met_termijn.te_laat_datum,
    coalesce(
        met_termijn.te_laat_datum <= met_termijn.peildatum
        or met_termijn.eind_datum < met_termijn.peildatum,
        false
    ) as moet_begonnen_zijn,
    met_zorg.gemeente_code is not null as heeft_zorg
from met_termijn
left join met_zorg
    on
        met_termijn.gemeente_code = met_zorg.gemeente_code
        and met_termijn.toewijzing_nummer = met_zorg.toewijzing_nummer
