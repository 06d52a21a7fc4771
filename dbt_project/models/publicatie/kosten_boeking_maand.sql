-- Grain: maand, gemeente or region. What was declared, in three calendars side by side: the month of
-- care, the month of the claim and the month in which it could be booked.
with boeking as (
    select * from {{ ref('fct_kosten_boeking') }}
),

regel as (
    select * from {{ ref('fct_declaratieregel') }}
),

declaratie_status as (
    select * from {{ ref('declaratie_status') }}
),

gebied as (
    select * from {{ ref('int_publicatie_gebied') }}
),

gebied_maand as (
    select * from {{ ref('int_publicatie_maand') }}
),

volledigheid as (
    select * from {{ ref('int_volledigheid_periode') }}
),

peil as (
    select * from {{ ref('int_peildatum') }}
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

per_jeugdige as (
    select
        regel.gemeente_code,
        regel.client_sleutel,
        regel.zorgmaand,
        {{ eerste_van_maand('regel.dagtekening_datum') }} as declaratiemaand,
        case
            when regel.status = 'toegekend'
                then {{ eerste_van_maand('regel.antwoord_datum') }}
        end as boekingsmaand
    from regel
    inner join declaratie_status on regel.status = declaratie_status.status
    where declaratie_status.telt_als_kosten
    group by
        regel.gemeente_code,
        regel.client_sleutel,
        regel.zorgmaand,
        {{ eerste_van_maand('regel.dagtekening_datum') }},
        case
            when regel.status = 'toegekend'
                then {{ eerste_van_maand('regel.antwoord_datum') }}
        end
),

jeugdige_kalender as (
    select
        gemeente_code,
        client_sleutel,
        'zorgmaand' as kalender,
        zorgmaand as maand
    from per_jeugdige
    union
    select
        gemeente_code,
        client_sleutel,
        'declaratiemaand' as kalender,
        declaratiemaand as maand
    from per_jeugdige
    union
    select
        gemeente_code,
        client_sleutel,
        case when boekingsmaand is null then 'nog_niet_geboekt' else 'boekingsmaand' end
            as kalender,
        coalesce(boekingsmaand, declaratiemaand) as maand
    from per_jeugdige
),

telling as (
    select
        gebied.gebied_code,
        jeugdige_kalender.kalender,
        jeugdige_kalender.maand,
        count(distinct jeugdige_kalender.client_sleutel) as aantal_jeugdigen
    from jeugdige_kalender
    inner join gebied on jeugdige_kalender.gemeente_code = gebied.gemeente_code
    group by gebied.gebied_code, jeugdige_kalender.kalender, jeugdige_kalender.maand
),

per_maand as (
    select
        som.gebied_code,
        som.maand,
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
),

-- before its first claim or answer an area tells nothing about that calendar
eerste_maand as (
    select
        gebied_code,
        min(case when kalender = 'declaratiemaand' then maand end) as declaratiemaand,
        min(case when kalender = 'boekingsmaand' then maand end) as boekingsmaand
    from som
    group by gebied_code
),

cijfer as (
    select
        gebied_maand.zorgmaand as maand,
        gebied_maand.gebied_code,
        gebied_maand.gebied_naam,
        case when gebied_maand.is_declaratie_bekend then 'waarde' else 'ontbreekt' end
            as zorg_status,
        case
            when gebied_maand.zorgmaand >= eerste_maand.declaratiemaand then 'waarde'
            else 'ontbreekt'
        end as declaratie_status,
        case
            when gebied_maand.zorgmaand >= eerste_maand.boekingsmaand then 'waarde'
            else 'ontbreekt'
        end as boeking_status,
        {% for kalender in [
            'zorgmaand', 'declaratiemaand', 'boekingsmaand', 'nog_niet_geboekt', 'zonder_declaratie'
        ] -%}
            coalesce(per_maand.{{ kalender }}_euro, 0) as {{ kalender }}_euro,
            coalesce(per_maand.{{ kalender }}_jeugdigen, 0) as {{ kalender }}_jeugdigen,
        {% endfor -%}
        volledigheid.volledigheid_percentage
    from gebied_maand
    left join eerste_maand on gebied_maand.gebied_code = eerste_maand.gebied_code
    left join per_maand
        on
            gebied_maand.gebied_code = per_maand.gebied_code
            and gebied_maand.zorgmaand = per_maand.maand
    left join volledigheid
        on
            gebied_maand.gebied_code = volledigheid.gebied_code
            and left(cast(gebied_maand.zorgmaand as varchar), 7) = volledigheid.periode
            and volledigheid.bron = 'ijw'
)

-- booked and not yet booked are withheld together: the sum over all months gives one from the other
select
    cijfer.maand,
    cijfer.gebied_code as gemeente_code,
    cijfer.gebied_naam as gemeente_naam,
    {{ onderdruk('zorgmaand_euro', 'decimal(14, 2)', ['zorgmaand_jeugdigen'], 'zorg_status') }},
    {{ onderdruk(
        'declaratiemaand_euro',
        'decimal(14, 2)',
        ['declaratiemaand_jeugdigen'],
        'declaratie_status'
    ) }},
    {{ onderdruk(
        'boekingsmaand_euro',
        'decimal(14, 2)',
        ['boekingsmaand_jeugdigen', 'nog_niet_geboekt_jeugdigen'],
        'boeking_status'
    ) }},
    {{ onderdruk(
        'nog_niet_geboekt_euro',
        'decimal(14, 2)',
        ['boekingsmaand_jeugdigen', 'nog_niet_geboekt_jeugdigen'],
        'declaratie_status'
    ) }},
    {{ onderdruk('zonder_declaratie_euro', 'decimal(14, 2)') }},
    cijfer.volledigheid_percentage,
    peil.peildatum as stand_datum
from cijfer
cross join peil
