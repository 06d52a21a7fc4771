-- Grain: wachttijd_sleutel, definitie_code whose clock began.
with meting as (
    select * from {{ ref('int_wachttijd_meting') }}
),

zorgvorm as (
    select * from {{ ref('zorgvorm') }}
),

norm as (
    select * from {{ ref('wachttijd_norm') }}
),

met_norm as (
    select
        meting.*,
        case
            when meting.definitie_code = 'regio' then meting.regio_norm_dagen
            else norm.norm_dagen
        end as norm_dagen
    from meting
    inner join zorgvorm on meting.zorgvorm = zorgvorm.zorgvorm
    left join norm
        on
            meting.definitie_code = norm.definitie_code
            and zorgvorm.groep = norm.zorgvorm_groep
            and {{ geldt_op('meting.van_datum', 'norm') }}
)

select
    wachttijd_sleutel,
    definitie_code,
    gemeente_code,
    client_sleutel,
    aanbieder_agb,
    zorgvorm,
    van_datum,
    tot_datum,
    dagen,
    is_gecensureerd,
    klasse,
    telt_mee,
    norm_dagen,
    -- Who still waits is within the norm only when care begins in time: not known yet.
    case
        when dagen > norm_dagen then false
        when not is_gecensureerd then dagen <= norm_dagen
    end as binnen_norm,
    kwartaal,
    bekend_sinds
from met_norm
