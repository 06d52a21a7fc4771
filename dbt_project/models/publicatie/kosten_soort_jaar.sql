-- Grain: jaar of care, gemeente or region, row of the budget, soort and niveau: the parts, the rows
-- of slide 4.3 of Dronten (soort and niveau `totaal`) and the total (all three `totaal`).
{% set hoogste = var('onderdrukking_drempel', 10) | int - 1 -%}
with som as (
    select * from {{ ref('int_publicatie_begroting_jaar') }}
),

verborgen as (
    select *
    from {{ ref('int_publicatie_kosten_verborgen') }}
    where zorgvorm_groep = 'totaal'
),

begroting_rij as (
    select * from {{ ref('int_publicatie_begroting_rij') }}
),

categorie as (
    select * from {{ ref('begroting_categorie') }}
),

soort as (
    select * from {{ ref('kosten_soort') }}
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

gebied_jaar as (
    select
        gebied_code,
        gebied_naam,
        cast(extract(year from zorgmaand) as integer) as jaar,
        bool_or(is_declaratie_bekend) as is_declaratie_bekend
    from gebied_maand
    group by gebied_code, gebied_naam, extract(year from zorgmaand)
),

getoonde_rij as (
    select
        rij,
        begroting_categorie,
        kosten_soort,
        niveau,
        bool_or(is_ijw) as is_ijw
    from begroting_rij
    group by rij, begroting_categorie, kosten_soort, niveau
),

cijfer as (
    select
        gebied_jaar.jaar,
        gebied_jaar.gebied_code,
        gebied_jaar.gebied_naam,
        getoonde_rij.rij,
        getoonde_rij.begroting_categorie,
        coalesce(categorie.begroting_categorie_naam, 'Totaal') as begroting_categorie_naam,
        getoonde_rij.kosten_soort,
        coalesce(soort.kosten_soort_naam, 'Totaal') as kosten_soort_naam,
        getoonde_rij.niveau,
        {{ kosten_status(
            'getoonde_rij.is_ijw',
            'gebied_jaar.is_declaratie_bekend',
            '(som.gebied_code is not null)'
        ) }} as kosten_status,
        case
            when getoonde_rij.is_ijw and not gebied_jaar.is_declaratie_bekend then 'ontbreekt'
            else 'waarde'
        end as deel_status,
        case
            when not getoonde_rij.is_ijw then 'nvt'
            when not gebied_jaar.is_declaratie_bekend then 'ontbreekt'
            else 'waarde'
        end as declaratie_status,
        coalesce(som.kosten_eurocent, 0) / 100.0 as kosten_euro,
        coalesce(som.aantal_jeugdigen, 0) as aantal_jeugdigen,
        coalesce(som.aantal_met_kosten, 0) as aantal_met_kosten,
        verborgen.aantal_jeugdigen as verborgen_jeugdigen,
        volledigheid.volledigheid_percentage
    from gebied_jaar
    cross join getoonde_rij
    left join categorie on getoonde_rij.begroting_categorie = categorie.begroting_categorie
    left join soort on getoonde_rij.kosten_soort = soort.kosten_soort
    left join som
        on
            gebied_jaar.gebied_code = som.gebied_code
            and gebied_jaar.jaar = som.jaar
            and getoonde_rij.begroting_categorie = som.begroting_categorie
            and getoonde_rij.kosten_soort = som.kosten_soort
            and getoonde_rij.niveau = som.niveau
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

-- parts add up to their row, rows to the total: each division is closed on its own
met_mee as (
    select
        *,
        {{ gaat_mee_onderdrukt(
            'aantal_met_kosten',
            ['gebied_code', 'jaar', "if(rij = 'blad', begroting_categorie, rij)"],
            "concat_ws(' ', begroting_categorie, kosten_soort, niveau)"
        ) }} as gaat_zelf_mee
    from cijfer
),

oordeel as (
    select
        *,
        gaat_zelf_mee or (
            aantal_met_kosten > 0
            and bool_or(
                rij = 'categorie'
                and (
                    gaat_zelf_mee
                    or aantal_met_kosten between 1 and {{ hoogste }}
                )
            ) over (partition by gebied_code, jaar, begroting_categorie)
        ) as gaat_mee,
        max(if(rij = 'totaal', kosten_euro, null)) over (partition by gebied_code, jaar)
            as totaal_euro,
        max(if(rij = 'totaal', aantal_met_kosten, 0)) over (partition by gebied_code, jaar)
            as totaal_jeugdigen
    from met_mee
),

met_deel as (
    select
        *,
        100.0 * kosten_euro / nullif(totaal_euro, 0) as kosten_percentage,
        -- the rows add up to the jaar, which would give away a month that kosten_maand withholds
        if(aantal_met_kosten > 0, verborgen_jeugdigen, 0) as maand_jeugdigen
    from oordeel
)

select
    met_deel.jaar,
    met_deel.gebied_code as gemeente_code,
    met_deel.gebied_naam as gemeente_naam,
    met_deel.begroting_categorie,
    met_deel.begroting_categorie_naam,
    met_deel.kosten_soort,
    met_deel.kosten_soort_naam,
    met_deel.niveau,
    {{ onderdruk(
        'kosten_euro',
        'decimal(14, 2)',
        ['aantal_met_kosten', 'aantal_jeugdigen', 'maand_jeugdigen'],
        'kosten_status',
        'gaat_mee'
    ) }},
    {{ onderdruk(
        'kosten_percentage',
        'decimal(5, 1)',
        ['aantal_met_kosten', 'aantal_jeugdigen', 'totaal_jeugdigen', 'verborgen_jeugdigen'],
        'deel_status',
        'gaat_mee'
    ) }},
    {{ onderdruk(
        'aantal_jeugdigen',
        'bigint',
        ['aantal_met_kosten', 'aantal_jeugdigen'],
        'declaratie_status',
        'gaat_mee'
    ) }},
    met_deel.volledigheid_percentage,
    peil.peildatum as stand_datum
from met_deel
cross join peil
