-- Grain: one row per segment or declared toewijzing per month in care; not yet one per youth.
with segment as (
    select * from {{ ref('int_zorgsegment') }}
),

netto as (
    select * from {{ ref('int_declaratie_netto_maand') }}
),

toewijzing as (
    select * from {{ ref('int_toewijzing_actueel') }}
),

maand as (
    select * from {{ ref('dim_maand') }}
),

peil as (
    select * from {{ ref('int_peildatum') }}
),

per_start as (
    select
        segment.client_sleutel,
        segment.gemeente_code,
        segment.zorgvorm,
        maand.zorgmaand,
        segment.aanbieder_agb,
        segment.toewijzing_nummer,
        'start_stop' as basis,
        segment.zorg_eind_datum as eind_datum,
        segment.bekend_sinds
    from segment
    inner join maand
        on
            segment.begin_datum <= maand.laatste_dag
            and (segment.zorg_eind_datum is null or segment.zorg_eind_datum >= maand.zorgmaand)
    inner join peil
        on maand.zorgmaand <= peil.peildatum
),

gestart as (
    select distinct
        gemeente_code,
        toewijzing_nummer
    from segment
    where toewijzing_nummer is not null
),

-- Care that was paid but never reported as started: the start message is missing.
per_declaratie as (
    select
        netto.client_sleutel,
        netto.gemeente_code,
        coalesce(toewijzing.zorgvorm, netto.zorgvorm) as zorgvorm,
        netto.zorgmaand,
        netto.aanbieder_agb,
        netto.toewijzing_nummer,
        'declaratie' as basis,
        toewijzing.eind_datum,
        netto.bekend_sinds
    from netto
    inner join peil
        on netto.zorgmaand <= peil.peildatum
    left join gestart
        on
            netto.gemeente_code = gestart.gemeente_code
            and netto.toewijzing_nummer = gestart.toewijzing_nummer
    left join toewijzing
        on
            netto.gemeente_code = toewijzing.gemeente_code
            and netto.toewijzing_nummer = toewijzing.toewijzing_nummer
    where gestart.toewijzing_nummer is null
)

select * from per_start
union all
select * from per_declaratie
