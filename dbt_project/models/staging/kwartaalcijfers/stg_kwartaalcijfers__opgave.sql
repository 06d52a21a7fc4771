-- The same file may have been received twice: it counts once.
with bron as (
    select * from {{ source('kwartaalcijfers', 'opgave') }}
)

select distinct
    bestand_sleutel,
    rij_nummer,
    ontvangst_datum,
    aanbieder_agb,
    kwartaal,
    opgave_datum,
    gemeente_code,
    zorgvorm,
    clienten_begin,
    instroom,
    doorstroom,
    uitstroom,
    clienten_eind,
    productie_eurocent,
    gedeclareerd_eurocent,
    nog_te_declareren_eurocent,
    prognose_jaar_eurocent,
    wachtenden,
    wachttijd_dagen,
    overbrugging,
    capaciteit,
    bezette_etmalen,
    tevredenheid_cijfer,
    tevredenheid_metingen,
    zonder_hulp_verder,
    zonder_hulp_verder_metingen,
    doelen_gerealiseerd,
    doelen_metingen,
    problemen_verminderd,
    problemen_metingen,
    gezinnen_met_coordinatie,
    klachten,
    calamiteiten,
    vacatures_fte,
    verzuim_percentage
from bron
