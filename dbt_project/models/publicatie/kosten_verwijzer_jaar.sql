-- Grain: jaar of care, gemeente or region, verwijzer group or total. The table of Dronten 4.4: the
-- toewijzingen with a positive net amount in the year, and what was declared on them.
with regel as (
    select * from {{ ref('fct_declaratieregel') }}
),

declaratie_status as (
    select * from {{ ref('declaratie_status') }}
),

verborgen as (
    select *
    from {{ ref('int_publicatie_kosten_verborgen') }}
    where zorgvorm_groep = 'totaal'
),

gebied as (
    select * from {{ ref('int_publicatie_gebied') }}
),

gebied_maand as (
    select * from {{ ref('int_publicatie_maand') }}
),

verwijzer_groep as (
    select * from {{ ref('verwijzer_groep') }}
),

volledigheid as (
    select * from {{ ref('int_volledigheid_periode') }}
),

peil as (
    select * from {{ ref('int_peildatum') }}
),

-- not applicable is for cost that no toewijzing has, and that is not in this table
groep as (
    select
        verwijzer_groep,
        verwijzer_groep as groep,
        verwijzer_groep_naam as groep_naam
    from verwijzer_groep
    where verwijzer_groep != 'nvt'
    union all
    select
        verwijzer_groep,
        'totaal' as groep,
        'Totaal' as groep_naam
    from verwijzer_groep
    where verwijzer_groep != 'nvt'
),

getoonde_groep as (
    select distinct
        groep,
        groep_naam
    from groep
),

per_toewijzing as (
    select
        regel.gemeente_code,
        regel.toewijzing_nummer,
        regel.client_sleutel,
        regel.verwijzer_groep,
        cast(extract(year from regel.zorgmaand) as integer) as jaar,
        sum(regel.ingediend_eurocent) as kosten_eurocent
    from regel
    inner join declaratie_status on regel.status = declaratie_status.status
    where declaratie_status.telt_als_kosten
    group by
        regel.gemeente_code,
        regel.toewijzing_nummer,
        regel.client_sleutel,
        regel.verwijzer_groep,
        extract(year from regel.zorgmaand)
),

per_jeugdige as (
    select
        gebied.gebied_code,
        groep.groep,
        per_toewijzing.jaar,
        per_toewijzing.client_sleutel,
        count(
            distinct case
                when per_toewijzing.kosten_eurocent > 0
                    then per_toewijzing.gemeente_code || ' ' || per_toewijzing.toewijzing_nummer
            end
        ) as aantal_toewijzingen,
        sum(per_toewijzing.kosten_eurocent) as kosten_eurocent
    from per_toewijzing
    inner join gebied on per_toewijzing.gemeente_code = gebied.gemeente_code
    inner join groep on per_toewijzing.verwijzer_groep = groep.verwijzer_groep
    group by
        gebied.gebied_code, groep.groep, per_toewijzing.jaar, per_toewijzing.client_sleutel
),

som as (
    select
        gebied_code,
        groep,
        jaar,
        sum(aantal_toewijzingen) as aantal_toewijzingen,
        sum(kosten_eurocent) as kosten_eurocent,
        count(case when aantal_toewijzingen > 0 then 1 end) as aantal_jeugdigen,
        count(case when aantal_toewijzingen > 1 then 1 end) as aantal_jeugdigen_meer_dan_een,
        count(case when kosten_eurocent != 0 then 1 end) as aantal_met_kosten
    from per_jeugdige
    group by gebied_code, groep, jaar
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
        getoonde_groep.groep,
        getoonde_groep.groep_naam,
        coalesce(som.aantal_toewijzingen, 0) as aantal_toewijzingen,
        100.0
        * coalesce(som.aantal_toewijzingen, 0)
        / nullif(totaal.aantal_toewijzingen, 0) as toewijzingen_percentage,
        coalesce(som.kosten_eurocent, 0) / 100.0 as kosten_euro,
        100.0
        * coalesce(som.kosten_eurocent, 0)
        / nullif(totaal.kosten_eurocent, 0) as kosten_percentage,
        som.kosten_eurocent
        / 100.0
        / nullif(som.aantal_toewijzingen, 0) as kosten_per_toewijzing_euro,
        coalesce(som.aantal_jeugdigen, 0) as aantal_jeugdigen,
        coalesce(som.aantal_jeugdigen_meer_dan_een, 0) as aantal_jeugdigen_meer_dan_een,
        coalesce(som.aantal_met_kosten, 0) as aantal_met_kosten,
        coalesce(totaal.aantal_jeugdigen, 0) as totaal_jeugdigen,
        coalesce(
            least(nullif(som.aantal_jeugdigen, 0), nullif(som.aantal_met_kosten, 0)), 0
        ) as kleinste_jeugdigen,
        getoonde_groep.groep = 'totaal' as is_totaal,
        coalesce(verborgen.aantal_jeugdigen, 0) as verborgen_jeugdigen,
        volledigheid.volledigheid_percentage
    from gebied_jaar
    cross join getoonde_groep
    left join som
        on
            gebied_jaar.gebied_code = som.gebied_code
            and gebied_jaar.jaar = som.jaar
            and getoonde_groep.groep = som.groep
    left join som as totaal
        on
            gebied_jaar.gebied_code = totaal.gebied_code
            and gebied_jaar.jaar = totaal.jaar
            and totaal.groep = 'totaal'
    left join verborgen
        on
            gebied_jaar.gebied_code = verborgen.gebied_code
            and cast(gebied_jaar.jaar as varchar) = verborgen.periode
    left join volledigheid
        on
            gebied_jaar.gebied_code = volledigheid.gebied_code
            and cast(gebied_jaar.jaar as varchar) = volledigheid.periode
            and volledigheid.bron = 'ijw'
),

-- The groups add up to the total, which would give a single small one away: what a group
-- withholds, it withholds of all its figures, and another withholds the same ones with it.
oordeel as (
    select
        *,
        {{ gaat_mee_onderdrukt(
            'kleinste_jeugdigen', ['gebied_code', 'jaar', 'is_totaal'], 'groep'
        ) }} as gaat_mee
    from cijfer
)

select
    oordeel.jaar,
    oordeel.gebied_code as gemeente_code,
    oordeel.gebied_naam as gemeente_naam,
    oordeel.groep as verwijzer_groep,
    oordeel.groep_naam as verwijzer_groep_naam,
    {{ onderdruk(
        'aantal_toewijzingen',
        'bigint',
        ['kleinste_jeugdigen'],
        'basis_status',
        'gaat_mee'
    ) }},
    {{ onderdruk(
        'toewijzingen_percentage',
        'decimal(5, 1)',
        ['kleinste_jeugdigen', 'totaal_jeugdigen'],
        'basis_status',
        'gaat_mee'
    ) }},
    {{ onderdruk(
        'kosten_euro',
        'decimal(14, 2)',
        ['kleinste_jeugdigen', 'verborgen_jeugdigen'],
        'basis_status',
        'gaat_mee'
    ) }},
    {{ onderdruk(
        'kosten_percentage',
        'decimal(5, 1)',
        ['kleinste_jeugdigen', 'totaal_jeugdigen', 'verborgen_jeugdigen'],
        'basis_status',
        'gaat_mee'
    ) }},
    {{ onderdruk(
        'kosten_per_toewijzing_euro',
        'decimal(14, 2)',
        ['kleinste_jeugdigen', 'verborgen_jeugdigen'],
        'basis_status',
        'gaat_mee'
    ) }},
    {{ onderdruk(
        'aantal_jeugdigen', 'bigint', ['kleinste_jeugdigen'], 'basis_status', 'gaat_mee'
    ) }},
    {{ onderdruk(
        'aantal_jeugdigen_meer_dan_een',
        'bigint',
        ['kleinste_jeugdigen', 'aantal_jeugdigen_meer_dan_een'],
        'basis_status',
        'gaat_mee'
    ) }},
    oordeel.volledigheid_percentage,
    peil.peildatum as stand_datum
from oordeel
cross join peil
