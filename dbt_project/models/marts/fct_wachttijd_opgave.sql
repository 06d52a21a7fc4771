-- Grain: aanbieder, kwartaal, gemeente, zorgvorm in the opgave of the aanbieder, with what the
-- messages say of the same care beside it.
with opgave as (
    select * from {{ ref('int_wachttijd_opgave') }}
),

wachtend as (
    select * from {{ ref('int_wachtend_kwartaaleinde') }}
),

wacht as (
    select * from {{ ref('fct_wachttijd') }}
),

afwijking as (
    select * from {{ ref('opgave_afwijking') }}
),

maand as (
    select * from {{ ref('dim_maand') }}
),

peil as (
    select * from {{ ref('int_peildatum') }}
),

kwartaal as (
    select
        kwartaal,
        max(laatste_dag) as laatste_dag
    from maand
    group by kwartaal
),

berekend_wachtend as (
    select
        aanbieder_agb,
        kwartaal,
        gemeente_code,
        zorgvorm,
        count(*) as wachtenden,
        count(case when is_overbrugd then 1 end) as overbrugging
    from wachtend
    group by aanbieder_agb, kwartaal, gemeente_code, zorgvorm
),

berekend_gestart as (
    select
        aanbieder_agb,
        kwartaal,
        gemeente_code,
        zorgvorm,
        count(*) as aantal_gestart,
        avg(wacht_dagen) as wachttijd_dagen
    from wacht
    where uitsluiting is null and not is_wachtend
    group by aanbieder_agb, kwartaal, gemeente_code, zorgvorm
),

naast_elkaar as (
    select
        opgave.aanbieder_agb,
        opgave.kwartaal,
        kwartaal.laatste_dag,
        opgave.gemeente_code,
        opgave.zorgvorm,
        opgave.wachtenden as wachtenden_opgave,
        opgave.overbrugging as overbrugging_opgave,
        opgave.wachttijd_dagen as wachttijd_dagen_opgave,
        opgave.instroom as instroom_opgave,
        opgave.bekend_sinds,
        coalesce(berekend_wachtend.wachtenden, 0) as wachtenden_berekend,
        coalesce(berekend_wachtend.overbrugging, 0) as overbrugging_berekend,
        coalesce(berekend_gestart.aantal_gestart, 0) as gestart_berekend,
        cast(berekend_gestart.wachttijd_dagen as decimal(9, 1)) as wachttijd_dagen_berekend
    from opgave
    cross join peil
    inner join kwartaal
        on
            opgave.kwartaal = kwartaal.kwartaal
            and peil.peildatum >= kwartaal.laatste_dag
    left join berekend_wachtend
        on
            opgave.aanbieder_agb = berekend_wachtend.aanbieder_agb
            and opgave.kwartaal = berekend_wachtend.kwartaal
            and opgave.gemeente_code = berekend_wachtend.gemeente_code
            and opgave.zorgvorm = berekend_wachtend.zorgvorm
    left join berekend_gestart
        on
            opgave.aanbieder_agb = berekend_gestart.aanbieder_agb
            and opgave.kwartaal = berekend_gestart.kwartaal
            and opgave.gemeente_code = berekend_gestart.gemeente_code
            and opgave.zorgvorm = berekend_gestart.zorgvorm
),

met_verschil as (
    select
        *,
        abs(wachtenden_opgave - wachtenden_berekend) as wachtenden_verschil,
        greatest(wachtenden_opgave, wachtenden_berekend) as wachtenden_grootste,
        abs(wachttijd_dagen_opgave - wachttijd_dagen_berekend) as dagen_verschil,
        greatest(wachttijd_dagen_opgave, wachttijd_dagen_berekend) as dagen_grootste
    from naast_elkaar
)

select
    met_verschil.aanbieder_agb,
    met_verschil.kwartaal,
    met_verschil.gemeente_code,
    met_verschil.zorgvorm,
    met_verschil.wachtenden_opgave,
    met_verschil.wachtenden_berekend,
    met_verschil.overbrugging_opgave,
    met_verschil.overbrugging_berekend,
    met_verschil.wachttijd_dagen_opgave,
    met_verschil.wachttijd_dagen_berekend,
    met_verschil.instroom_opgave,
    met_verschil.gestart_berekend,
    coalesce(
        met_verschil.wachtenden_verschil >= voor_wachtenden.minimum_verschil
        and 100 * met_verschil.wachtenden_verschil
        >= voor_wachtenden.minimum_percentage * met_verschil.wachtenden_grootste,
        false
    ) as is_afwijking_wachtenden,
    coalesce(
        met_verschil.dagen_verschil >= voor_dagen.minimum_verschil
        and 100 * met_verschil.dagen_verschil
        >= voor_dagen.minimum_percentage * met_verschil.dagen_grootste
        and met_verschil.gestart_berekend >= coalesce(voor_dagen.minimum_gestart, 0),
        false
    ) as is_afwijking_wachttijd,
    met_verschil.bekend_sinds
from met_verschil
left join afwijking as voor_wachtenden
    on
        voor_wachtenden.figuur = 'wachtenden'
        and {{ geldt_op('met_verschil.laatste_dag', 'voor_wachtenden') }}
left join afwijking as voor_dagen
    on
        voor_dagen.figuur = 'wachttijd_dagen'
        and {{ geldt_op('met_verschil.laatste_dag', 'voor_dagen') }}
