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

peil as (
    select * from {{ ref('int_peildatum') }}
),

met_norm as (
    select
        meting.*,
        peil.peildatum,
        case
            when meting.definitie_code = 'regio' then meting.regio_norm_dagen
            else norm.norm_dagen
        end as norm_dagen
    from meting
    cross join peil
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
    -- Nobody is judged before the norm has passed: of a young quarter only the quick have started.
    case
        when date_diff('day', van_datum, peildatum) < norm_dagen then null
        when dagen > norm_dagen then false
        when not is_gecensureerd then dagen <= norm_dagen
    end as binnen_norm,
    kwartaal,
    bekend_sinds
from met_norm
