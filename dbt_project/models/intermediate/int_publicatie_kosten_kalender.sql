-- Grain: published area, maand. What was declared in three calendars side by side, and the
-- jeugdigen behind each: by month of care, of the claim, and of the booking (or none yet).
with boeking as (
    select * from {{ ref('fct_kosten_boeking') }}
),

regel as (
    select * from {{ ref('int_publicatie_kosten_regel') }}
),

gebied as (
    select * from {{ ref('int_publicatie_gebied') }}
),

boeking_kalender as (
    select
        gemeente_code,
        case when is_gedeclareerd then 'zorgmaand' else 'zonder_declaratie' end as kalender,
        zorgmaand as maand,
        kosten_eurocent
    from boeking
    union all
    select
        gemeente_code,
        'declaratiemaand' as kalender,
        declaratiemaand as maand,
        kosten_eurocent
    from boeking
    where is_gedeclareerd
    union all
    select
        gemeente_code,
        case when boekingsmaand is null then 'nog_niet_geboekt' else 'boekingsmaand' end
            as kalender,
        coalesce(boekingsmaand, declaratiemaand) as maand,
        kosten_eurocent
    from boeking
    where is_gedeclareerd
),

som as (
    select
        gebied.gebied_code,
        boeking_kalender.kalender,
        boeking_kalender.maand,
        sum(boeking_kalender.kosten_eurocent) as kosten_eurocent
    from boeking_kalender
    inner join gebied on boeking_kalender.gemeente_code = gebied.gemeente_code
    group by gebied.gebied_code, boeking_kalender.kalender, boeking_kalender.maand
),

regel_gebied as (
    select
        gebied.gebied_code,
        regel.jeugdige_nummer,
        regel.zorgmaand,
        regel.declaratiemaand,
        case when regel.boekingsmaand is null then 'nog_niet_geboekt' else 'boekingsmaand' end
            as boeking_kalender,
        coalesce(regel.boekingsmaand, regel.declaratiemaand) as boeking_of_declaratiemaand
    from regel
    inner join gebied on regel.gemeente_code = gebied.gemeente_code
),

telling as (
    select
        gebied_code,
        'zorgmaand' as kalender,
        zorgmaand as maand,
        count(distinct jeugdige_nummer) as aantal_jeugdigen
    from regel_gebied
    group by gebied_code, zorgmaand
    union all
    select
        gebied_code,
        'declaratiemaand' as kalender,
        declaratiemaand as maand,
        count(distinct jeugdige_nummer) as aantal_jeugdigen
    from regel_gebied
    group by gebied_code, declaratiemaand
    union all
    select
        gebied_code,
        boeking_kalender as kalender,
        boeking_of_declaratiemaand as maand,
        count(distinct jeugdige_nummer) as aantal_jeugdigen
    from regel_gebied
    group by gebied_code, boeking_kalender, boeking_of_declaratiemaand
)

select
    som.gebied_code,
    som.maand,
    bool_or(som.kalender = 'declaratiemaand') as heeft_declaratie,
    bool_or(som.kalender = 'boekingsmaand') as heeft_boeking,
    {% for kalender in [
        'zorgmaand', 'declaratiemaand', 'boekingsmaand', 'nog_niet_geboekt', 'zonder_declaratie'
    ] -%}
sum(case when som.kalender = '{{ kalender }}' then som.kosten_eurocent else 0 end)
/ 100.0 as {{ kalender }}_euro,
sum(
    case when som.kalender = '{{ kalender }}' then telling.aantal_jeugdigen else 0 end
) as {{ kalender }}_jeugdigen
{%- if not loop.last %},{% endif %}
{% endfor %}
from som
left join telling
    on
        som.gebied_code = telling.gebied_code
        and som.kalender = telling.kalender
        and som.maand = telling.maand
group by som.gebied_code, som.maand
