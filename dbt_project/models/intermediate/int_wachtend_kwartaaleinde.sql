-- Grain: wachttijd_sleutel, kwartaal on whose last day the need waited: asked or decided by then,
-- not started and not ended. Also counts a toewijzing that was still to take effect, crisis and
-- maatregelen, as an aanbieder does; not the classes that never wait.
with wacht as (
    select * from {{ ref('fct_wachttijd') }}
),

klasse as (
    select * from {{ ref('wachttijd_klasse') }}
),

hulp as (
    select * from {{ ref('int_hulp_periode') }}
),

maand as (
    select * from {{ ref('dim_maand') }}
),

peil as (
    select * from {{ ref('int_peildatum') }}
),

kwartaal as (
    select
        maand.kwartaal,
        max(maand.laatste_dag) as laatste_dag
    from maand
    cross join peil
    where maand.laatste_dag <= peil.peildatum
    group by maand.kwartaal
    having count(*) = 3
),

wachtend as (
    select
        wacht.wachttijd_sleutel,
        wacht.client_sleutel,
        wacht.gemeente_code,
        wacht.aanbieder_agb,
        wacht.zorgvorm,
        kwartaal.kwartaal,
        kwartaal.laatste_dag
    from wacht
    inner join klasse on wacht.klasse = klasse.klasse
    inner join kwartaal
        on
            wacht.vanaf_datum <= kwartaal.laatste_dag
            and coalesce(wacht.start_datum, date '9999-12-31') > kwartaal.laatste_dag
            and coalesce(wacht.eind_datum, date '9999-12-31') >= kwartaal.laatste_dag
    where klasse.kan_wachten
),

overbrugd as (
    select distinct
        wachtend.wachttijd_sleutel,
        wachtend.kwartaal
    from wachtend
    inner join hulp
        on
            wachtend.client_sleutel = hulp.client_sleutel
            and wachtend.laatste_dag >= hulp.begin_datum
            and wachtend.laatste_dag <= hulp.eind_datum
    where wachtend.aanbieder_agb != hulp.aanbieder_agb or wachtend.zorgvorm != hulp.zorgvorm
)

select
    wachtend.wachttijd_sleutel,
    wachtend.kwartaal,
    wachtend.gemeente_code,
    wachtend.aanbieder_agb,
    wachtend.zorgvorm,
    overbrugd.wachttijd_sleutel is not null as is_overbrugd
from wachtend
left join overbrugd
    on
        wachtend.wachttijd_sleutel = overbrugd.wachttijd_sleutel
        and wachtend.kwartaal = overbrugd.kwartaal
