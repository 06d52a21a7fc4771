-- Grain: wachttijd_sleutel, definitie_code whose clock began: from the day of its moment to the day
-- that ended it, or that the view ended (censored). Which moment each definition takes is a seed.
with wacht as (
    select * from {{ ref('fct_wachttijd') }}
),

definitie as (
    select *
    from {{ ref('wachttijd_definitie') }}
    where is_berekenbaar
),

klasse as (
    select * from {{ ref('wachttijd_klasse') }}
),

klok as (
    select * from {{ ref('wacht_klok') }}
),

peil as (
    select * from {{ ref('int_peildatum') }}
),

behoefte as (
    select
        wacht.*,
        klasse.telt_mee,
        klasse.is_beslisbaar,
        peil.peildatum,
        case
            when klok.begint_bij = 'verzoek'
                then coalesce(wacht.verzoek_datum, wacht.toewijzing_datum)
            else wacht.toewijzing_datum
        end as bericht_datum,
        case when wacht.soort = 'toewijzing' then wacht.ingang_datum end as plan_datum,
        -- The last day on which nothing was seen to happen yet.
        least(peil.peildatum, coalesce(wacht.eind_datum, peil.peildatum)) as gezien_tot_datum
    from wacht
    cross join peil
    inner join klasse on wacht.klasse = klasse.klasse
    left join klok
        on
            wacht.verwijzer_groep = klok.verwijzer_groep
            and {{ geldt_op('wacht.vanaf_datum', 'klok') }}
),

met_moment as (
    select
        behoefte.*,
        definitie.definitie_code,
        definitie.van_moment,
        definitie.tot_moment,
        definitie.is_netto,
        case definitie.van_moment
            when 'vraag' then behoefte.vanaf_datum
            when 'verzoek' then behoefte.verzoek_datum
            when 'besluit' then behoefte.toewijzing_datum
            when 'ingang' then behoefte.plan_datum
            when 'gewenst' then behoefte.gewenste_ingang_datum
            when 'bericht' then behoefte.bericht_datum
        end as van_datum,
        case definitie.tot_moment
            when 'start' then behoefte.start_datum
            when 'besluit' then behoefte.toewijzing_datum
            when 'peildatum' then behoefte.peildatum
        end as einde_datum,
        case
            when definitie.tot_moment = 'besluit' and behoefte.is_beslisbaar
                then behoefte.peildatum
            when definitie.tot_moment = 'start' and (behoefte.telt_mee or behoefte.is_wachtend)
                then behoefte.gezien_tot_datum
        end as censuur_datum
    from behoefte
    cross join definitie
),

begonnen as (
    select
        *,
        einde_datum is null and censuur_datum is not null as is_gecensureerd,
        case
            when einde_datum is not null then date_diff('day', van_datum, einde_datum)
            when censuur_datum < van_datum then 0
            else date_diff('day', van_datum, censuur_datum)
        end as dagen
    from met_moment
    where
        van_datum is not null
        and (van_datum <= peildatum or einde_datum is not null)
        and (tot_moment != 'peildatum' or is_wachtend)
)

select
    wachttijd_sleutel,
    definitie_code,
    gemeente_code,
    client_sleutel,
    aanbieder_agb,
    zorgvorm,
    van_datum,
    coalesce(einde_datum, censuur_datum) as tot_datum,
    cast(dagen as integer) as dagen,
    is_gecensureerd,
    case
        when tot_moment = 'besluit' and is_beslisbaar
            then case when dagen < 0 then 'retroactief' else 'regulier' end
        when telt_mee and dagen < 0 and van_moment = 'ingang' then 'start_voor_ingang'
        when telt_mee and dagen < 0 then 'retroactief'
        when telt_mee and is_netto and is_overbrugd then 'overbrugd'
        else klasse
    end as klasse,
    case
        when tot_moment = 'besluit' then is_beslisbaar and dagen >= 0
        else telt_mee and dagen >= 0 and not (is_netto and is_overbrugd)
    end as telt_mee,
    norm_dagen as regio_norm_dagen,
    {{ kwartaal("case when tot_moment = 'peildatum' then peildatum else van_datum end") }}
        as kwartaal,
    bekend_sinds
from begonnen
