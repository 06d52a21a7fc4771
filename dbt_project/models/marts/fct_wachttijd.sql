-- Grain: wachttijd_sleutel: a live toewijzing, or a request without one. The wait runs from the
-- request, or without a request from the first decision, to the first start.
with behoefte as (
    select * from {{ ref('int_wachtbehoefte') }}
),

vervolg as (
    select * from {{ ref('int_wachtbehoefte_vervolg') }}
),

zorggebruik as (
    select * from {{ ref('fct_zorggebruik') }}
),

groep_uitsluiting as (
    select * from {{ ref('wacht_uitsluiting') }}
),

wachtnorm as (
    select * from {{ ref('wachtnorm') }}
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
        and not met_stand.is_toekomstig as is_wachtend,
        case
            when groep_uitsluiting.uitsluiting is not null then groep_uitsluiting.uitsluiting
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
        case when is_wachtend then peildatum else start_datum end as tot_datum
    from beoordeeld
),

gemeten as (
    select
        *,
        -- Care that began before the decision did not wait.
        case
            when tot_datum < vanaf_datum then 0
            else date_diff('day', vanaf_datum, tot_datum)
        end as wacht_dagen
    from met_einde
),

overbrugging as (
    select distinct gemeten.wachttijd_sleutel
    from gemeten
    inner join zorggebruik
        on
            gemeten.client_sleutel = zorggebruik.client_sleutel
            and zorggebruik.zorgmaand >= {{ eerste_van_maand('gemeten.vanaf_datum') }}
            and zorggebruik.zorgmaand < {{ eerste_van_maand('gemeten.tot_datum') }}
)

select
    gemeten.wachttijd_sleutel,
    gemeten.soort,
    gemeten.gemeente_code,
    gemeten.toewijzing_nummer,
    gemeten.referentie_aanbieder,
    gemeten.client_sleutel,
    gemeten.aanbieder_agb,
    gemeten.zorgvorm,
    gemeten.niveau,
    gemeten.verwijzer_groep,
    gemeten.route,
    gemeten.verzoek_datum,
    gemeten.toewijzing_datum,
    gemeten.start_datum,
    gemeten.vanaf_datum,
    cast(gemeten.wacht_dagen as integer) as wacht_dagen,
    gemeten.is_wachtend,
    wachtnorm.norm_dagen,
    case
        when gemeten.start_datum is not null
            then gemeten.wacht_dagen <= wachtnorm.norm_dagen
    end as binnen_norm,
    overbrugging.wachttijd_sleutel is not null as is_overbrugd,
    gemeten.uitsluiting,
    {{ kwartaal('gemeten.tot_datum') }} as kwartaal,
    gemeten.bekend_sinds
from gemeten
left join overbrugging
    on gemeten.wachttijd_sleutel = overbrugging.wachttijd_sleutel
left join wachtnorm
    on
        gemeten.zorgvorm = wachtnorm.zorgvorm
        and {{ geldt_op('gemeten.vanaf_datum', 'wachtnorm') }}
