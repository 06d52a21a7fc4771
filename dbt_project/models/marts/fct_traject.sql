-- Grain: gemeente_code, toewijzing_nummer with a live start. A temporary stop does not end it: the
-- final stop of the last segment does.
with toewijzing as (
    select * from {{ ref('fct_toewijzing') }}
),

segment as (
    select * from {{ ref('int_zorgsegment') }}
),

reden as (
    select * from {{ ref('reden_beeindiging') }}
),

peil as (
    select * from {{ ref('int_peildatum') }}
),

gerangschikt as (
    select
        *,
        min(begin_datum) over traject as start_datum,
        count(*) over traject as aantal_segmenten,
        max(bekend_sinds) over traject as traject_bekend_sinds,
        row_number() over (
            partition by gemeente_code, toewijzing_nummer, aanbieder_agb
            order by
                begin_datum desc,
                definitief_eind_datum desc nulls first,
                eind_datum desc nulls first,
                product_categorie_code asc,
                product_code asc,
                client_sleutel asc
        ) as rangnummer
    from segment
    where toewijzing_nummer is not null
    window traject as (partition by gemeente_code, toewijzing_nummer, aanbieder_agb)
),

laatste_segment as (
    select *
    from gerangschikt
    where rangnummer = 1
),

traject as (
    select
        toewijzing.gemeente_code,
        toewijzing.toewijzing_nummer,
        toewijzing.client_sleutel,
        toewijzing.aanbieder_agb,
        toewijzing.product_categorie,
        toewijzing.product_code,
        toewijzing.zorgvorm,
        toewijzing.niveau,
        toewijzing.verwijzer_groep,
        laatste_segment.start_datum,
        laatste_segment.definitief_eind_datum as stop_datum,
        laatste_segment.definitieve_reden_code as reden_beeindiging,
        laatste_segment.definitief_eind_datum is null
        and laatste_segment.eind_datum is not null as is_tijdelijk_gestopt,
        laatste_segment.definitief_eind_datum is null as is_lopend,
        laatste_segment.aantal_segmenten,
        -- without a final stop nothing is known after the end of the toewijzing
        coalesce(
            laatste_segment.definitief_eind_datum,
            greatest(
                laatste_segment.start_datum,
                least(peil.peildatum, coalesce(toewijzing.einddatum, peil.peildatum))
            )
        ) as laatst_bekende_datum,
        greatest(toewijzing.bekend_sinds, laatste_segment.traject_bekend_sinds) as bekend_sinds
    from toewijzing
    inner join laatste_segment
        on
            toewijzing.gemeente_code = laatste_segment.gemeente_code
            and toewijzing.toewijzing_nummer = laatste_segment.toewijzing_nummer
            and toewijzing.aanbieder_agb = laatste_segment.aanbieder_agb
    cross join peil
)

select
    traject.gemeente_code,
    traject.toewijzing_nummer,
    traject.client_sleutel,
    traject.aanbieder_agb,
    traject.product_categorie,
    traject.product_code,
    traject.zorgvorm,
    traject.niveau,
    traject.verwijzer_groep,
    traject.start_datum,
    traject.stop_datum,
    traject.reden_beeindiging,
    traject.is_tijdelijk_gestopt,
    traject.is_lopend,
    traject.aantal_segmenten,
    traject.laatst_bekende_datum,
    cast(
        date_diff('day', traject.start_datum, traject.laatst_bekende_datum) + 1 as integer
    ) as duur_dagen,
    coalesce(reden.is_uitval, false) as is_uitval,
    traject.bekend_sinds
from traject
left join reden
    on traject.reden_beeindiging = reden.reden_beeindiging_code
