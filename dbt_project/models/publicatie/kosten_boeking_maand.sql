-- Grain: maand, gemeente or region. What was declared, in three calendars side by side: the month
-- of care, the month of the claim and the month in which it could be booked.
{% set hoogste = var('onderdrukking_drempel', 10) | int - 1 -%}
with per_maand as (
    select * from {{ ref('int_publicatie_kosten_kalender') }}
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

-- before its first claim or answer an area tells nothing about that calendar
eerste_maand as (
    select
        gebied_code,
        min(case when heeft_declaratie then maand end) as declaratiemaand,
        min(case when heeft_boeking then maand end) as boekingsmaand
    from per_maand
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
),

-- booked and not yet booked are withheld together
met_kleinste as (
    select
        *,
        coalesce(
            least(nullif(boekingsmaand_jeugdigen, 0), nullif(nog_niet_geboekt_jeugdigen, 0)), 0
        ) as boeking_jeugdigen
    from cijfer
),

-- over all months the three calendars are one amount: what one withholds alone, another gives away.
-- A second zorgmaand would be no use, because kosten_maand shows it: then the others withhold one
met_verborgen as (
    select
        *,
        coalesce(
            sum(
                case
                    when {{ is_klein(['zorgmaand_jeugdigen']) }}
                        then zorgmaand_jeugdigen
                end
            ) over gebied,
            0
        ) as zorgmaand_verborgen,
        coalesce(
            sum(
                case
                    when {{ is_klein(['declaratiemaand_jeugdigen']) }}
                        then declaratiemaand_jeugdigen
                end
            ) over gebied,
            0
        ) as declaratiemaand_verborgen,
        coalesce(
            sum(
                case
                    when {{ is_klein(['boeking_jeugdigen']) }}
                        then boeking_jeugdigen
                end
            ) over gebied,
            0
        ) as boeking_verborgen,
        row_number() over (
            partition by gebied_code
            order by
                declaratiemaand_jeugdigen > {{ hoogste }} desc,
                declaratiemaand_jeugdigen asc,
                maand asc
        ) as declaratiemaand_plek,
        row_number() over (
            partition by gebied_code
            order by
                boeking_jeugdigen > {{ hoogste }} desc,
                boeking_jeugdigen asc,
                maand asc
        ) as boeking_plek
    from met_kleinste
    window gebied as (partition by gebied_code)
),

oordeel as (
    select
        *,
        declaratiemaand_plek = 1
        and declaratiemaand_verborgen <= {{ hoogste }}
        and (
            declaratiemaand_verborgen > 0
            or {{ is_klein(['zorgmaand_verborgen']) }}
        ) as declaratiemaand_gaat_mee,
        boeking_plek = 1
        and boeking_verborgen <= {{ hoogste }}
        and (
            boeking_verborgen > 0
            or {{ is_klein(['zorgmaand_verborgen']) }}
        ) as boeking_gaat_mee
    from met_verborgen
)

-- booked and not yet booked are withheld together: the sum over all months gives one from the other
select
    oordeel.maand,
    oordeel.gebied_code as gemeente_code,
    oordeel.gebied_naam as gemeente_naam,
    {{ onderdruk('zorgmaand_euro', 'decimal(14, 2)', ['zorgmaand_jeugdigen'], 'zorg_status') }},
    {{ onderdruk(
        'declaratiemaand_euro',
        'decimal(14, 2)',
        ['declaratiemaand_jeugdigen'],
        'declaratie_status',
        'declaratiemaand_gaat_mee'
    ) }},
    {{ onderdruk(
        'boekingsmaand_euro',
        'decimal(14, 2)',
        ['boekingsmaand_jeugdigen', 'nog_niet_geboekt_jeugdigen'],
        'boeking_status',
        'boeking_gaat_mee'
    ) }},
    {{ onderdruk(
        'nog_niet_geboekt_euro',
        'decimal(14, 2)',
        ['boekingsmaand_jeugdigen', 'nog_niet_geboekt_jeugdigen'],
        'declaratie_status',
        'boeking_gaat_mee'
    ) }},
    {{ onderdruk('zonder_declaratie_euro', 'decimal(14, 2)') }},
    oordeel.volledigheid_percentage,
    peil.peildatum as stand_datum
from oordeel
cross join peil
