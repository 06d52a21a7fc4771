-- Grain: aanbieder, kwartaal, gemeente, zorgvorm. Only the latest opgave of an aanbieder counts
-- for a kwartaal; a later nul-opgave therefore withdraws the figures of an earlier opgave.
with opgave as (
    select * from {{ ref('stg_kwartaalcijfers__opgave') }}
),

{{ laatste_opgave() }}

select
    opgave.aanbieder_agb,
    opgave.kwartaal,
    opgave.gemeente_code,
    opgave.zorgvorm,
    sum(opgave.clienten_begin + opgave.instroom) as clienten,
    sum(opgave.uitstroom) as uitstroom,
    sum(opgave.tevredenheid_cijfer * opgave.tevredenheid_metingen) as tevredenheid_som,
    sum(
        case when opgave.tevredenheid_cijfer is not null then opgave.tevredenheid_metingen end
    ) as tevredenheid_metingen,
    sum(opgave.zonder_hulp_verder) as zonder_hulp_verder,
    sum(opgave.zonder_hulp_verder_metingen) as zonder_hulp_verder_metingen,
    sum(opgave.problemen_verminderd) as problemen_verminderd,
    sum(opgave.problemen_metingen) as problemen_metingen,
    sum(opgave.doelen_gerealiseerd) as doelen_gerealiseerd,
    sum(opgave.doelen_metingen) as doelen_metingen,
    sum(opgave.gezinnen_met_coordinatie) as gezinnen_met_coordinatie,
    max(laatste_levering.ontvangst_datum) as bekend_sinds
from opgave
inner join laatste_levering
    on
        opgave.bestand_sleutel = laatste_levering.bestand_sleutel
        and opgave.aanbieder_agb = laatste_levering.aanbieder_agb
        and opgave.kwartaal = laatste_levering.kwartaal
where not laatste_levering.is_nul_opgave
group by opgave.aanbieder_agb, opgave.kwartaal, opgave.gemeente_code, opgave.zorgvorm
