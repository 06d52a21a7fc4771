-- Grain: zorgmaand, gemeente or region, zorgvorm or total. Cost belongs to the month of care.
with kosten as (
    select * from {{ ref('fct_kosten') }}
),

regel as (
    select * from {{ ref('fct_declaratieregel') }}
),

toewijzing as (
    select * from {{ ref('fct_toewijzing') }}
),

jeugdige as (
    select * from {{ ref('int_publicatie_kosten_maand') }}
),

gebied as (
    select * from {{ ref('int_publicatie_gebied') }}
),

zorgvorm as (
    select * from {{ ref('int_publicatie_zorgvorm') }}
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

raming as (
    select *
    from {{ ref('int_raming_gebied_periode') }}
    where periode_soort = 'maand'
),

nog_te_verwachten as (
    select * from {{ ref('fct_nog_te_verwachten') }}
),

heeft_raming as (
    select count(*) > 0 as is_geraamd
    from nog_te_verwachten
),

gebruikte_zorgvorm as (
    select
        zorgvorm,
        true as is_ijw
    from regel
    union
    select
        zorgvorm,
        true as is_ijw
    from toewijzing
    union
    select
        zorgvorm,
        false as is_ijw
    from kosten
),

-- the total rests on the messages, whatever zorgvormen happen to be in the facts
gebruikte_groep as (
    select
        zorgvorm.zorgvorm_groep,
        zorgvorm.zorgvorm_groep_naam,
        bool_or(gebruikte_zorgvorm.is_ijw) or zorgvorm.zorgvorm_groep = 'totaal' as is_ijw
    from gebruikte_zorgvorm
    inner join zorgvorm on gebruikte_zorgvorm.zorgvorm = zorgvorm.zorgvorm
    group by zorgvorm.zorgvorm_groep, zorgvorm.zorgvorm_groep_naam
),

som as (
    select
        gebied.gebied_code,
        zorgvorm.zorgvorm_groep,
        kosten.zorgmaand,
        sum(kosten.kosten_eurocent) as kosten_eurocent,
        sum(
            case
                when kosten.bekostiging in ('inspanningsgericht', 'outputgericht')
                    then kosten.toegekend_eurocent
                else 0
            end
        ) as toegekend_eurocent,
        sum(kosten.in_behandeling_eurocent) as in_behandeling_eurocent,
        sum(
            case when kosten.bekostiging = 'taakgericht' then kosten.kosten_eurocent else 0 end
        ) as taakgericht_eurocent
    from kosten
    inner join gebied on kosten.gemeente_code = gebied.gemeente_code
    inner join zorgvorm on kosten.zorgvorm = zorgvorm.zorgvorm
    group by gebied.gebied_code, zorgvorm.zorgvorm_groep, kosten.zorgmaand
),

cijfer as (
    select
        gebied_maand.zorgmaand,
        gebied_maand.gebied_code,
        gebied_maand.gebied_naam,
        gebruikte_groep.zorgvorm_groep,
        gebruikte_groep.zorgvorm_groep_naam,
        {{ kosten_status(
            'gebruikte_groep.is_ijw',
            'gebied_maand.is_declaratie_bekend',
            '(som.gebied_code is not null)'
        ) }} as kosten_status,
        case
            when not gebruikte_groep.is_ijw then 'nvt'
            when not gebied_maand.is_declaratie_bekend then 'ontbreekt'
            else 'waarde'
        end as declaratie_status,
        {{ raming_status('gebruikte_groep.is_ijw', 'heeft_raming.is_geraamd') }},
        {{ raming_bedragen() }},
        coalesce(som.kosten_eurocent, 0) / 100.0 as kosten_euro,
        coalesce(som.toegekend_eurocent, 0) / 100.0 as toegekend_euro,
        coalesce(som.in_behandeling_eurocent, 0) / 100.0 as in_behandeling_euro,
        coalesce(som.taakgericht_eurocent, 0) / 100.0 as taakgericht_euro,
        coalesce(jeugdige.aantal_jeugdigen, 0) as aantal_jeugdigen,
        coalesce(jeugdige.aantal_toegekend, 0) as aantal_toegekend,
        coalesce(jeugdige.aantal_in_behandeling, 0) as aantal_in_behandeling,
        volledigheid.volledigheid_percentage
    from gebied_maand
    cross join gebruikte_groep
    cross join heeft_raming
    left join raming
        on
            gebied_maand.gebied_code = raming.gebied_code
            and left(cast(gebied_maand.zorgmaand as varchar), 7) = raming.periode
            and gebruikte_groep.zorgvorm_groep = raming.zorgvorm_groep
    left join som
        on
            gebied_maand.gebied_code = som.gebied_code
            and gebied_maand.zorgmaand = som.zorgmaand
            and gebruikte_groep.zorgvorm_groep = som.zorgvorm_groep
    left join jeugdige
        on
            gebied_maand.gebied_code = jeugdige.gebied_code
            and gebied_maand.zorgmaand = jeugdige.zorgmaand
            and gebruikte_groep.zorgvorm_groep = jeugdige.zorgvorm_groep
    left join volledigheid
        on
            gebied_maand.gebied_code = volledigheid.gebied_code
            and left(cast(gebied_maand.zorgmaand as varchar), 7) = volledigheid.periode
            and volledigheid.bron = 'ijw'
)

-- toegekend and in behandeling are withheld together: one gives the other by subtraction
select
    cijfer.zorgmaand,
    cijfer.gebied_code as gemeente_code,
    cijfer.gebied_naam as gemeente_naam,
    cijfer.zorgvorm_groep as zorgvorm,
    cijfer.zorgvorm_groep_naam as zorgvorm_naam,
    {{ onderdruk('kosten_euro', 'decimal(14, 2)', ['aantal_jeugdigen'], 'kosten_status') }},
    {{ onderdruk(
        'toegekend_euro',
        'decimal(14, 2)',
        ['aantal_toegekend', 'aantal_in_behandeling'],
        'declaratie_status'
    ) }},
    {{ onderdruk(
        'in_behandeling_euro',
        'decimal(14, 2)',
        ['aantal_toegekend', 'aantal_in_behandeling'],
        'declaratie_status'
    ) }},
    {{ onderdruk('taakgericht_euro', 'decimal(14, 2)') }},
    {{ raming_cijfers() }},
    cijfer.volledigheid_percentage,
    peil.peildatum as stand_datum
from cijfer
cross join peil
