-- Grain: gemeente_code, toewijzing_nummer of stay with declared etmalen. How many etmalen a week
-- were declared over the days of care in the months with a declaratie. Without a start message the
-- days of care are unknown.
with deel as (
    select *
    from {{ ref('int_verblijf_deel') }}
    where basis = 'start_stop'
),

regel as (
    select * from {{ ref('int_declaratieregel') }}
),

declaratie_status as (
    select * from {{ ref('declaratie_status') }}
),

deeltijd as (
    select * from {{ ref('uithuisplaatsing_deeltijd') }}
),

peil as (
    select * from {{ ref('int_peildatum') }}
),

gedeclareerd as (
    select
        regel.gemeente_code,
        regel.toewijzing_nummer,
        regel.zorgmaand,
        sum(regel.volume) as etmalen
    from regel
    inner join declaratie_status
        on regel.status = declaratie_status.status
    inner join deeltijd
        on
            regel.eenheid_code = deeltijd.eenheid_code
            and {{ geldt_op('regel.zorgmaand', 'deeltijd') }}
    where
        declaratie_status.telt_als_kosten
        and regel.vorig_referentie_nummer is null
        and not regel.is_gecrediteerd
    group by regel.gemeente_code, regel.toewijzing_nummer, regel.zorgmaand
),

verbleven as (
    select
        gedeclareerd.gemeente_code,
        gedeclareerd.toewijzing_nummer,
        gedeclareerd.zorgmaand,
        gedeclareerd.etmalen,
        sum(
            {{ aantal_dagen(
                'greatest(gedeclareerd.zorgmaand, deel.begin_datum)',
                'least(last_day(gedeclareerd.zorgmaand), deel.zorg_eind_datum, peil.peildatum)'
            ) }}
        ) as dagen
    from gedeclareerd
    cross join peil
    inner join deel
        on
            gedeclareerd.gemeente_code = deel.gemeente_code
            and gedeclareerd.toewijzing_nummer = deel.toewijzing_nummer
            and last_day(gedeclareerd.zorgmaand) >= deel.begin_datum
            and (deel.zorg_eind_datum is null or gedeclareerd.zorgmaand <= deel.zorg_eind_datum)
    group by
        gedeclareerd.gemeente_code,
        gedeclareerd.toewijzing_nummer,
        gedeclareerd.zorgmaand,
        gedeclareerd.etmalen
)

select
    gemeente_code,
    toewijzing_nummer,
    sum(dagen) as dagen,
    7.0 * sum(etmalen) / sum(dagen) as etmalen_per_week
from verbleven
group by gemeente_code, toewijzing_nummer
