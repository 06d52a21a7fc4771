-- Grain: aanbieder, kwartaal, gemeente, zorgvorm in the latest opgave of the aanbieder for that
-- kwartaal; a later nul-opgave withdraws an earlier opgave.
with opgave as (
    select * from {{ ref('stg_kwartaalcijfers__opgave') }}
),

{{ laatste_opgave() }}

select
    opgave.aanbieder_agb,
    opgave.kwartaal,
    opgave.gemeente_code,
    opgave.zorgvorm,
    opgave.wachtenden,
    opgave.overbrugging,
    opgave.wachttijd_dagen,
    opgave.instroom,
    laatste_levering.ontvangst_datum as bekend_sinds
from opgave
inner join laatste_levering
    on
        opgave.bestand_sleutel = laatste_levering.bestand_sleutel
        and opgave.aanbieder_agb = laatste_levering.aanbieder_agb
        and opgave.kwartaal = laatste_levering.kwartaal
where not laatste_levering.is_nul_opgave
