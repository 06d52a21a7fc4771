-- Grain: jaar, gemeente or region, zorgvorm or total. Benutting of the toewijzingen that ended in
-- the year; amounts that do not fit their toewijzing by the year of care.
with benutting as (
    select * from {{ ref('int_benutting_jaar') }}
),

afwijking as (
    select * from {{ ref('int_afwijking_jaar') }}
),

toewijzing as (
    select * from {{ ref('fct_benutting') }}
),

regel as (
    select * from {{ ref('fct_declaratie_afwijking') }}
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

gebruikte_zorgvorm as (
    select zorgvorm
    from toewijzing
    union
    select zorgvorm
    from regel
),

gebruikte_groep as (
    select distinct
        zorgvorm.zorgvorm_groep,
        zorgvorm.zorgvorm_groep_naam
    from gebruikte_zorgvorm
    inner join zorgvorm on gebruikte_zorgvorm.zorgvorm = zorgvorm.zorgvorm
),

gebied_jaar as (
    select
        gebied_code,
        gebied_naam,
        cast(extract(year from zorgmaand) as integer) as jaar,
        case when bool_or(is_declaratie_bekend) then 'waarde' else 'ontbreekt' end as basis_status
    from gebied_maand
    group by gebied_code, gebied_naam, extract(year from zorgmaand)
),

cijfer as (
    select
        gebied_jaar.jaar,
        gebied_jaar.gebied_code,
        gebied_jaar.gebied_naam,
        gebied_jaar.basis_status,
        gebruikte_groep.zorgvorm_groep,
        gebruikte_groep.zorgvorm_groep_naam,
        gebruikte_groep.zorgvorm_groep = 'totaal' as is_totaal,
        coalesce(benutting.aantal_toewijzingen, 0) as aantal_toewijzingen,
        coalesce(benutting.aantal_jeugdigen, 0) as aantal_jeugdigen,
        benutting.gemiddelde_benutting_percentage,
        benutting.mediaan_benutting_percentage,
        coalesce(benutting.aantal_laag, 0) as aantal_laag,
        coalesce(benutting.aantal_laag_jeugdigen, 0) as aantal_laag_jeugdigen,
        coalesce(benutting.aantal_niet_laag_jeugdigen, 0) as aantal_niet_laag_jeugdigen,
        {% for soort in ['buiten_toewijzing', 'na_stop', 'tijdens_tijdelijke_stop'] -%}
        coalesce(afwijking.{{ soort }}_eurocent, 0) / 100.0 as {{ soort }}_euro,
        coalesce(afwijking.{{ soort }}_jeugdigen, 0) as {{ soort }}_jeugdigen,
        {% endfor -%}
        volledigheid.volledigheid_percentage
    from gebied_jaar
    cross join gebruikte_groep
    left join benutting
        on
            gebied_jaar.jaar = benutting.jaar
            and gebied_jaar.gebied_code = benutting.gebied_code
            and gebruikte_groep.zorgvorm_groep = benutting.zorgvorm_groep
    left join afwijking
        on
            gebied_jaar.jaar = afwijking.jaar
            and gebied_jaar.gebied_code = afwijking.gebied_code
            and gebruikte_groep.zorgvorm_groep = afwijking.zorgvorm_groep
    left join volledigheid
        on
            gebied_jaar.gebied_code = volledigheid.gebied_code
            and cast(gebied_jaar.jaar as varchar) = volledigheid.periode
            and volledigheid.bron = 'ijw'
),

beschermd as (
    select
        *,
        {% for telling in [
            'aantal_laag_jeugdigen',
            'buiten_toewijzing_jeugdigen',
            'na_stop_jeugdigen',
            'tijdens_tijdelijke_stop_jeugdigen',
        ] -%}
        {{ gaat_mee_onderdrukt(
            telling, ['jaar', 'gebied_code', 'is_totaal'], 'zorgvorm_groep'
        ) }} as {{ telling }}_gaat_mee,
        {% endfor -%}
        {{ gaat_mee_onderdrukt(
            'aantal_jeugdigen', ['jaar', 'gebied_code', 'is_totaal'], 'zorgvorm_groep'
        ) }} as aantal_jeugdigen_gaat_mee
    from cijfer
)

select
    beschermd.jaar,
    beschermd.gebied_code as gemeente_code,
    beschermd.gebied_naam as gemeente_naam,
    beschermd.zorgvorm_groep as zorgvorm,
    beschermd.zorgvorm_groep_naam as zorgvorm_naam,
    {{ onderdruk(
        'aantal_toewijzingen',
        'bigint',
        ['aantal_jeugdigen'],
        'basis_status',
        'aantal_jeugdigen_gaat_mee'
    ) }},
    {{ onderdruk(
        'gemiddelde_benutting_percentage',
        'decimal(9, 1)',
        ['aantal_jeugdigen'],
        'basis_status',
        'aantal_jeugdigen_gaat_mee'
    ) }},
    {{ onderdruk(
        'mediaan_benutting_percentage',
        'decimal(9, 1)',
        ['aantal_jeugdigen'],
        'basis_status',
        'aantal_jeugdigen_gaat_mee'
    ) }},
    {{ onderdruk(
        'aantal_laag',
        'bigint',
        ['aantal_jeugdigen', 'aantal_laag_jeugdigen', 'aantal_niet_laag_jeugdigen'],
        'basis_status',
        'aantal_jeugdigen_gaat_mee or aantal_laag_jeugdigen_gaat_mee'
    ) }},
    {% for soort in ['buiten_toewijzing', 'na_stop', 'tijdens_tijdelijke_stop'] -%}
    {{ onderdruk(
        soort ~ '_euro',
        'decimal(14, 2)',
        [soort ~ '_jeugdigen'],
        'basis_status',
        soort ~ '_jeugdigen_gaat_mee'
    ) }},
    {% endfor -%}
    beschermd.volledigheid_percentage,
    peil.peildatum as stand_datum
from beschermd
cross join peil
