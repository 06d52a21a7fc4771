-- Grain: kwartaal of care, gemeente or region, zorgvorm or total. A mean per jeugdige or toewijzing
-- is over declared cost only: what is not declared has no jeugdige. Withheld is also a kwartaal
-- that would give away a month that kosten_maand withholds.
{% set soorten = ['p_maal_q', 'output', 'taakgericht', 'pgb', 'jb_jr', 'preventie', 'overig'] -%}
with kosten as (
    select * from {{ ref('fct_kosten') }}
),

telling as (
    select * from {{ ref('int_publicatie_kosten_telling') }}
),

verborgen as (
    select * from {{ ref('int_publicatie_kosten_verborgen') }}
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

bevolking as (
    select * from {{ ref('int_publicatie_bevolking') }}
),

volledigheid as (
    select * from {{ ref('int_volledigheid_periode') }}
),

peil as (
    select * from {{ ref('int_peildatum') }}
),

gebied_kwartaal as (
    select
        gebied_code,
        gebied_naam,
        cast(extract(year from zorgmaand) as bigint) as jaar,
        {{ kwartaal('zorgmaand') }} as kwartaal,
        bool_or(is_declaratie_bekend) as is_declaratie_bekend
    from gebied_maand
    group by
        gebied_code, gebied_naam, extract(year from zorgmaand), {{ kwartaal('zorgmaand') }}
),

-- the total rests on the messages, whatever zorgvormen happen to be in the facts
gebruikte_groep as (
    select
        zorgvorm.zorgvorm_groep,
        zorgvorm.zorgvorm_groep_naam,
        bool_or(kosten.verwijzer_groep != 'nvt') or zorgvorm.zorgvorm_groep = 'totaal' as is_ijw
    from kosten
    inner join zorgvorm on kosten.zorgvorm = zorgvorm.zorgvorm
    group by zorgvorm.zorgvorm_groep, zorgvorm.zorgvorm_groep_naam
),

som as (
    select
        gebied.gebied_code,
        zorgvorm.zorgvorm_groep,
        {{ kwartaal('kosten.zorgmaand') }} as kwartaal,
        {% for soort in soorten -%}
        sum(
            case when kosten.kosten_soort = '{{ soort }}' then kosten.kosten_eurocent else 0 end
        ) as {{ soort }}_eurocent,
        {% endfor -%}
        sum(kosten.kosten_eurocent) as kosten_eurocent,
        sum(kosten.toegekend_eurocent + kosten.in_behandeling_eurocent) as gedeclareerd_eurocent
    from kosten
    inner join gebied on kosten.gemeente_code = gebied.gemeente_code
    inner join zorgvorm on kosten.zorgvorm = zorgvorm.zorgvorm
    group by gebied.gebied_code, zorgvorm.zorgvorm_groep, {{ kwartaal('kosten.zorgmaand') }}
),

cijfer as (
    select
        gebied_kwartaal.kwartaal,
        gebied_kwartaal.gebied_code,
        gebied_kwartaal.gebied_naam,
        gebruikte_groep.zorgvorm_groep,
        gebruikte_groep.zorgvorm_groep_naam,
        {{ kosten_status(
            'gebruikte_groep.is_ijw',
            'gebied_kwartaal.is_declaratie_bekend',
            '(som.gebied_code is not null)'
        ) }} as kosten_status,
        case
            when gebruikte_groep.is_ijw and not gebied_kwartaal.is_declaratie_bekend
                then 'ontbreekt'
            else 'waarde'
        end as soort_status,
        case
            when not gebruikte_groep.is_ijw then 'nvt'
            when not gebied_kwartaal.is_declaratie_bekend then 'ontbreekt'
            else 'waarde'
        end as declaratie_status,
        coalesce(som.kosten_eurocent, 0) / 100.0 as kosten_euro,
        coalesce(som.gedeclareerd_eurocent, 0) / 100.0 as gedeclareerd_euro,
        coalesce(telling.aantal_jeugdigen, 0) as aantal_jeugdigen,
        coalesce(telling.aantal_toewijzingen, 0) as aantal_toewijzingen,
        coalesce(least(telling.aantal_met_kosten, verborgen.aantal_jeugdigen), 0)
            as kleinste_jeugdigen,
        coalesce(telling.kleinste_soort_jeugdigen, 0) as kleinste_soort_jeugdigen,
        som.gedeclareerd_eurocent / 100.0 / nullif(telling.aantal_jeugdigen, 0)
            as kosten_per_jeugdige_euro,
        som.gedeclareerd_eurocent / 100.0 / nullif(telling.aantal_toewijzingen, 0)
            as kosten_per_toewijzing_euro,
        coalesce(som.kosten_eurocent, 0) / 100.0 / bevolking.bevolking_0_17
            as kosten_per_inwoner_euro,
        bevolking.bevolking_0_17 is null as is_bevolking_onbekend,
        {% for soort in soorten -%}
        100.0 * som.{{ soort }}_eurocent / nullif(som.kosten_eurocent, 0)
            as {{ soort }}_percentage,
        {% endfor -%}
        volledigheid.volledigheid_percentage
    from gebied_kwartaal
    cross join gebruikte_groep
    left join som
        on
            gebied_kwartaal.gebied_code = som.gebied_code
            and gebied_kwartaal.kwartaal = som.kwartaal
            and gebruikte_groep.zorgvorm_groep = som.zorgvorm_groep
    left join telling
        on
            gebied_kwartaal.gebied_code = telling.gebied_code
            and gebied_kwartaal.kwartaal = telling.kwartaal
            and gebruikte_groep.zorgvorm_groep = telling.zorgvorm_groep
    left join verborgen
        on
            gebied_kwartaal.gebied_code = verborgen.gebied_code
            and gebied_kwartaal.kwartaal = verborgen.periode
            and gebruikte_groep.zorgvorm_groep = verborgen.zorgvorm_groep
    left join bevolking
        on
            gebied_kwartaal.gebied_code = bevolking.gebied_code
            and gebied_kwartaal.jaar = bevolking.jaar
    left join volledigheid
        on
            gebied_kwartaal.gebied_code = volledigheid.gebied_code
            and gebied_kwartaal.kwartaal = volledigheid.periode
            and volledigheid.bron = 'ijw'
),

-- the zorgvormen add up to the total, which would give a single small one away
oordeel as (
    select
        *,
        {{ gaat_mee_onderdrukt(
            'kleinste_jeugdigen',
            ['gebied_code', 'kwartaal', "zorgvorm_groep = 'totaal'"],
            'zorgvorm_groep'
        ) }} as gaat_mee,
        case
            when kosten_status = 'waarde' and is_bevolking_onbekend then 'ontbreekt'
            else kosten_status
        end as inwoner_status
    from cijfer
)

select
    oordeel.kwartaal,
    oordeel.gebied_code as gemeente_code,
    oordeel.gebied_naam as gemeente_naam,
    oordeel.zorgvorm_groep as zorgvorm,
    oordeel.zorgvorm_groep_naam as zorgvorm_naam,
    {% for figuur, type, status in [
        ('kosten_euro', 'decimal(14, 2)', 'kosten_status'),
        ('gedeclareerd_euro', 'decimal(14, 2)', 'declaratie_status'),
        ('aantal_jeugdigen', 'bigint', 'declaratie_status'),
        ('aantal_toewijzingen', 'bigint', 'declaratie_status'),
        ('kosten_per_jeugdige_euro', 'decimal(14, 2)', 'declaratie_status'),
        ('kosten_per_toewijzing_euro', 'decimal(14, 2)', 'declaratie_status'),
        ('kosten_per_inwoner_euro', 'decimal(14, 2)', 'inwoner_status'),
    ] -%}
        {{ onderdruk(
            figuur,
            type,
            ['kleinste_jeugdigen', 'aantal_jeugdigen', 'aantal_toewijzingen'],
            status,
            'gaat_mee'
        ) }},
    {% endfor -%}
    {% for soort in soorten -%}
        {{ onderdruk(
            soort ~ '_percentage',
            'decimal(5, 1)',
            ['kleinste_jeugdigen', 'aantal_jeugdigen', 'kleinste_soort_jeugdigen'],
            'soort_status',
            'gaat_mee'
        ) }},
    {% endfor -%}
    oordeel.volledigheid_percentage,
    peil.peildatum as stand_datum
from oordeel
cross join peil
