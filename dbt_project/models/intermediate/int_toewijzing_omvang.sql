-- Grain: gemeente_code, toewijzing_nummer, live. What was allocated in total and in the elapsed
-- part, in the smallest unit of its kind (hours are minutes) or in eurocent of a budget. Without
-- omvang and without budget there is no volume: that is not zero.
with toewijzing as (
    select * from {{ ref('int_toewijzing_actueel') }}
),

omrekening as (
    select * from {{ ref('eenheid_omrekening') }}
),

frequentie as (
    select * from {{ ref('frequentie_tijdvak') }}
),

bekostiging as (
    select * from {{ ref('bekostiging') }}
),

peil as (
    select * from {{ ref('int_peildatum') }}
),

met_eenheid as (
    select
        toewijzing.gemeente_code,
        toewijzing.toewijzing_nummer,
        toewijzing.ingang_datum,
        toewijzing.eind_datum,
        bekostiging.bekostiging,
        case
            when toewijzing.omvang_volume is not null then 'volume'
            when toewijzing.budget_eurocent is not null then 'budget'
            else 'geen'
        end as benutting_basis,
        case
            when toewijzing.omvang_volume is not null
                then coalesce(omrekening.basis_eenheid_code, toewijzing.omvang_eenheid_code)
        end as basis_eenheid_code,
        case
            when toewijzing.omvang_volume is null then 'totaal'
            else frequentie.tijdvak
        end as tijdvak,
        coalesce(
            toewijzing.omvang_volume * coalesce(omrekening.aantal, 1), toewijzing.budget_eurocent
        ) as basis_omvang,
        -- the months that are over: of the running one nothing can have been declared
        least(
            cast(date_trunc('month', peil.peildatum + interval 1 day) as date) - 1,
            toewijzing.eind_datum
        ) as verstreken_tot_datum
    from toewijzing
    cross join peil
    left join omrekening on toewijzing.omvang_eenheid_code = omrekening.eenheid_code
    left join frequentie on toewijzing.omvang_frequentie_code = frequentie.frequentie_code
    left join bekostiging
        on
            toewijzing.omvang_eenheid_code = bekostiging.eenheid_code
            and {{ geldt_op('toewijzing.ingang_datum', 'bekostiging') }}
),

geteld as (
    select
        *,
        coalesce(verstreken_tot_datum >= ingang_datum, false) as is_begonnen,
        coalesce(verstreken_tot_datum = eind_datum, false) as is_afgelopen,
        {{ aantal_tijdvakken('tijdvak', 'ingang_datum', 'eind_datum') }} as aantal_totaal,
        case
            -- output of a week counts on its Sunday (IV076)
            when tijdvak = 'week' and bekostiging = 'outputgericht'
                then {{ aantal_zondagen('ingang_datum', 'verstreken_tot_datum') }}
            else {{ aantal_tijdvakken('tijdvak', 'ingang_datum', 'verstreken_tot_datum') }}
        end as aantal_verstreken,
        {{ aantal_dagen('ingang_datum', 'eind_datum') }} as dagen_totaal,
        {{ aantal_dagen('ingang_datum', 'verstreken_tot_datum') }} as dagen_verstreken
    from met_eenheid
)

select
    gemeente_code,
    toewijzing_nummer,
    benutting_basis,
    basis_eenheid_code,
    verstreken_tot_datum,
    is_begonnen,
    is_afgelopen,
    case
        when eind_datum is not null or tijdvak = 'totaal' then basis_omvang * aantal_totaal
    end as toegewezen_volume,
    case
        when benutting_basis = 'geen' then null
        when not is_begonnen then 0
        when is_afgelopen then basis_omvang * aantal_totaal
        -- a total is counted by days
        when tijdvak = 'totaal' then basis_omvang * dagen_verstreken // dagen_totaal
        else basis_omvang * aantal_verstreken
    end as toegewezen_verstreken_volume
from geteld
