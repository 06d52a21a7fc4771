-- Grain: kwartaal, vergelijking, aanbieder_agb. Whether an aanbieder delivered in both kwartalen:
-- its first message was there within the term after the earlier one, its last since the later one
-- began. Care that it reports later for the first time is no growth. Kwartalen that are over only.
with bericht as (
    select * from {{ ref('int_bericht_geldig') }}
),

afzender as (
    select * from {{ ref('bericht_afzender') }}
),

maand as (
    select * from {{ ref('dim_maand') }}
),

termijn as (
    select * from {{ ref('leveringstermijn') }}
),

peil as (
    select * from {{ ref('int_peildatum') }}
),

levering as (
    select
        bericht.aanbieder_agb,
        min(bericht.dagtekening_datum) as eerste_datum,
        max(bericht.dagtekening_datum) as laatste_datum
    from bericht
    inner join afzender
        on bericht.bericht = afzender.bericht and afzender.afzender = 'aanbieder'
    group by bericht.aanbieder_agb
),

kwartaal as (
    select
        maand.kwartaal,
        min(maand.zorgmaand) as begin_datum,
        max(maand.laatste_dag) as eind_datum
    from maand
    cross join peil
    group by maand.kwartaal, peil.peildatum
    having max(maand.laatste_dag) <= peil.peildatum
),

vergelijking as (
    select
        kwartaal.kwartaal,
        'vorig_kwartaal' as vergelijking,
        eerder.kwartaal as eerder_kwartaal,
        kwartaal.begin_datum,
        eerder.eind_datum as eerder_eind_datum
    from kwartaal
    inner join kwartaal as eerder
        on eerder.begin_datum = {{ tel_maanden_op('kwartaal.begin_datum', -3) }}
    union all
    select
        kwartaal.kwartaal,
        'jaar_eerder' as vergelijking,
        eerder.kwartaal as eerder_kwartaal,
        kwartaal.begin_datum,
        eerder.eind_datum as eerder_eind_datum
    from kwartaal
    inner join kwartaal as eerder
        on eerder.begin_datum = {{ tel_maanden_op('kwartaal.begin_datum', -12) }}
)

select
    vergelijking.kwartaal,
    vergelijking.vergelijking,
    vergelijking.eerder_kwartaal,
    levering.aanbieder_agb,
    vergelijking.eerder_eind_datum + termijn.termijn_dagen >= levering.eerste_datum
    and vergelijking.begin_datum <= levering.laatste_datum as is_vergelijkbaar
from vergelijking
cross join levering
inner join termijn
    on
        termijn.levering_bron = 'ijw'
        and {{ geldt_op('vergelijking.eerder_eind_datum', 'termijn') }}
