-- Grain: wachttijd_sleutel. From when to when each need waited, and its one class: the first that
-- fits. The wait runs from the request, or without a request from the first decision, to the first
-- start.
with behoefte as (
    select * from {{ ref('int_wachtbehoefte') }}
),

vervolg as (
    select * from {{ ref('int_wachtbehoefte_vervolg') }}
),

groep_uitsluiting as (
    select * from {{ ref('wacht_uitsluiting') }}
),

peil as (
    select * from {{ ref('int_peildatum') }}
),

met_stand as (
    select
        behoefte.*,
        coalesce(behoefte.verzoek_datum, behoefte.toewijzing_datum) as vanaf_datum,
        behoefte.start_datum is null and not behoefte.heeft_declaratie as is_niet_gestart,
        coalesce(behoefte.eind_datum < peil.peildatum, false) as is_afgelopen,
        behoefte.ingang_datum > peil.peildatum and behoefte.soort = 'toewijzing'
            as is_toekomstig,
        peil.peildatum
    from behoefte
    cross join peil
),

beoordeeld as (
    select
        met_stand.*,
        met_stand.is_niet_gestart
        and not met_stand.is_afgelopen
        and not met_stand.is_toekomstig
        and not met_stand.is_dubbel_verzoek
        and not met_stand.is_aanbieder_gewisseld as is_wachtend,
        vervolg.vervanging_soort,
        case
            when groep_uitsluiting.uitsluiting is not null then groep_uitsluiting.uitsluiting
            when met_stand.is_dubbel_verzoek then 'dubbel_verzoek'
            when met_stand.is_aanbieder_gewisseld then 'aanbieder_gewisseld'
            when vervolg.wachttijd_sleutel is not null then 'vervolg'
            when met_stand.start_datum < met_stand.vanaf_datum then 'retroactief'
            when met_stand.start_datum is null and met_stand.heeft_declaratie
                then 'start_ontbreekt'
            when met_stand.is_niet_gestart and met_stand.is_afgelopen then 'niet_gestart'
            when met_stand.is_niet_gestart and met_stand.is_toekomstig then 'niet_ingegaan'
        end as uitsluiting
    from met_stand
    left join vervolg
        on met_stand.wachttijd_sleutel = vervolg.wachttijd_sleutel
    left join groep_uitsluiting
        on
            met_stand.zorgvorm_groep = groep_uitsluiting.zorgvorm_groep
            and {{ geldt_op('met_stand.vanaf_datum', 'groep_uitsluiting') }}
),

met_einde as (
    select
        *,
        case when is_wachtend then peildatum else start_datum end as tot_datum,
        case uitsluiting
            when 'vervolg' then 'vervangen'
            else coalesce(uitsluiting, 'regulier')
        end as klasse
    from beoordeeld
)

select
    wachttijd_sleutel,
    soort,
    gemeente_code,
    toewijzing_nummer,
    referentie_aanbieder,
    client_sleutel,
    aanbieder_agb,
    zorgvorm,
    zorgvorm_groep,
    niveau,
    verwijzer_groep,
    route,
    verzoek_datum,
    toewijzing_datum,
    ingang_datum,
    gewenste_ingang_datum,
    eind_datum,
    start_datum,
    vanaf_datum,
    tot_datum,
    -- Care that began before the decision did not wait.
    case
        when tot_datum < vanaf_datum then 0
        else date_diff('day', vanaf_datum, tot_datum)
    end as wacht_dagen,
    is_wachtend,
    uitsluiting,
    klasse,
    case when klasse = 'vervangen' then vervanging_soort end as vervanging_soort,
    bekend_sinds
from met_einde
