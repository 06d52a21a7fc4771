-- Grain: client_sleutel, bij_hulpvorm_code, aanbieder_agb, start_datum. A record as the
-- Beleidsinformatie Jeugd (BIJ) counts it.
with deel as (
    select * from {{ ref('int_bij_samengevoegd') }}
),

hulpvorm as (
    select * from {{ ref('bij_hulpvorm') }}
),

traject as (
    select
        deel.client_sleutel,
        deel.bij_hulpvorm_code,
        deel.aanbieder_agb,
        deel.start_datum,
        min_by(deel.gemeente_code, (deel.begin_datum, deel.gemeente_code)) as begin_gemeente_code,
        max_by(deel.gemeente_code, (deel.begin_datum, deel.gemeente_code)) as gemeente_code,
        max(coalesce(deel.eind_datum, date '9999-12-31')) as laatste_dag,
        max(deel.is_crisis and deel.begin_datum = deel.start_datum) as is_gestart_met_crisis,
        max(deel.basis) as basis,
        max(deel.bekend_sinds) as bekend_sinds
    from deel
    group by deel.client_sleutel, deel.bij_hulpvorm_code, deel.aanbieder_agb, deel.start_datum
),

met_hulpvorm as (
    select
        traject.*,
        hulpvorm.bij_groep,
        hulpvorm.is_ambulante_module
    from traject
    inner join hulpvorm
        on
            traject.bij_hulpvorm_code = hulpvorm.bij_hulpvorm_code
            and {{ geldt_op('traject.start_datum', 'hulpvorm') }}
),

binnen_verblijf as (
    select distinct
        module.client_sleutel,
        module.bij_hulpvorm_code,
        module.aanbieder_agb,
        module.start_datum
    from met_hulpvorm as module
    inner join met_hulpvorm as verblijf
        on
            module.client_sleutel = verblijf.client_sleutel
            and module.aanbieder_agb = verblijf.aanbieder_agb
            and module.start_datum >= verblijf.start_datum
            and module.laatste_dag <= verblijf.laatste_dag
    where module.is_ambulante_module and verblijf.bij_groep = 'met_verblijf'
),

geteld as (
    select met_hulpvorm.*
    from met_hulpvorm
    left join binnen_verblijf
        on
            met_hulpvorm.client_sleutel = binnen_verblijf.client_sleutel
            and met_hulpvorm.bij_hulpvorm_code = binnen_verblijf.bij_hulpvorm_code
            and met_hulpvorm.aanbieder_agb = binnen_verblijf.aanbieder_agb
            and met_hulpvorm.start_datum = binnen_verblijf.start_datum
    where binnen_verblijf.client_sleutel is null
),

met_eerder as (
    select
        *,
        max(laatste_dag) over (
            partition by client_sleutel
            order by start_datum asc
            range between unbounded preceding and interval 1 day preceding
        ) as eerder_laatste_dag
    from geteld
)

select
    client_sleutel,
    bij_hulpvorm_code,
    aanbieder_agb,
    start_datum,
    bij_groep,
    begin_gemeente_code,
    gemeente_code,
    nullif(laatste_dag, date '9999-12-31') as eind_datum,
    cast(
        date_diff('day', start_datum, nullif(laatste_dag, date '9999-12-31')) as integer
    ) as duur_dagen,
    is_gestart_met_crisis,
    coalesce(
        eerder_laatste_dag >= start_datum - interval 1 day, false
    ) as heeft_aansluitende_hulp,
    case
        when eerder_laatste_dag < start_datum - interval 1 day then eerder_laatste_dag
    end as eerdere_hulp_eind_datum,
    basis,
    bekend_sinds
from met_eerder
