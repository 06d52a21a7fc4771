-- Grain: maand, bron, afzender, aanbieder or total, gemeente or region, rule or total. Aanbieders
-- stand in the region only, gemeenten for all aanbieders together: the two crossed are too small.
-- A line of a message is about one jeugdige, so a cell that rests on few messages or lines is
-- withheld whole. The number of errors is about administration: it is not withheld by itself.
with feit as (
    select * from {{ ref('fct_datakwaliteit') }}
),

aanbieder as (
    select * from {{ ref('dim_aanbieder') }}
),

gemeente as (
    select *
    from {{ ref('dim_gemeente') }}
    where is_regiogemeente
),

regels as (
    select * from {{ ref('regels') }}
),

peil as (
    select * from {{ ref('int_peildatum') }}
),

in_regio as (
    select
        feit.*,
        gemeente.gemeente_code as regiogemeente_code
    from feit
    left join gemeente on feit.gemeente_code = gemeente.gemeente_code
    where
        feit.maand is not null
        and (feit.gemeente_code is null or gemeente.gemeente_code is not null)
),

op_niveau as (
    select
        *,
        'totaal' as groep,
        'regio' as gebied_code
    from in_regio
    union all
    select
        *,
        aanbieder_agb as groep,
        'regio' as gebied_code
    from in_regio
    where aanbieder_agb is not null and afzender = 'aanbieder'
    union all
    select
        *,
        'totaal' as groep,
        regiogemeente_code as gebied_code
    from in_regio
    where regiogemeente_code is not null
),

som as (
    select
        maand,
        bron,
        afzender,
        groep,
        gebied_code,
        regel_code,
        sum(berichten) as berichten,
        sum(berichten_geweigerd) as berichten_geweigerd,
        sum(regels) as regels,
        sum(regels_geweigerd) as regels_geweigerd,
        sum(eerste_leveringen) as eerste_leveringen,
        sum(eerste_leveringen_goed) as eerste_leveringen_goed,
        sum(fouten) as fouten,
        sum(signalen) as signalen
    from op_niveau
    group by maand, bron, afzender, groep, gebied_code, regel_code
),

-- what a row rests on: the messages and lines of its month and sender, also for a row of one rule
met_grondslag as (
    select
        *,
        case when regel_code = 'totaal' then 'waarde' else 'nvt' end as levering_status,
        case
            when bron = 'ijw'
                then greatest(
                    max(case when regel_code = 'totaal' then berichten end)
                        over (partition by maand, bron, afzender, groep, gebied_code),
                    1
                )
            else 0
        end as grondslag_berichten,
        case
            when bron in ('ijw', 'veilig_thuis')
                then max(case when regel_code = 'totaal' then regels end)
                    over (partition by maand, bron, afzender, groep, gebied_code)
            else 0
        end as grondslag_regels,
        case when bron = 'ijw' then berichten - berichten_geweigerd end as aanvaarde_berichten,
        case when bron in ('ijw', 'veilig_thuis') then regels - regels_geweigerd end
            as aanvaarde_regels,
        case when bron = 'ijw' then eerste_leveringen_goed end as goede_berichten,
        100.0 * regels_geweigerd / nullif(regels, 0) as geweigerd_percentage,
        100.0 * eerste_leveringen_goed / nullif(eerste_leveringen, 0)
            as eerste_keer_goed_percentage
    from som
),

benoemd as (
    select
        met_grondslag.*,
        case
            when met_grondslag.groep = 'totaal' then 'Totaal' else aanbieder.aanbieder_naam
        end as aanbieder_naam,
        case
            when met_grondslag.regel_code = 'totaal' then 'Alle regels' else regels.uitleg
        end as regel_uitleg
    from met_grondslag
    left join aanbieder on met_grondslag.groep = aanbieder.aanbieder_agb
    left join regels on met_grondslag.regel_code = regels.regel_code
    where met_grondslag.groep = 'totaal' or aanbieder.aanbieder_agb is not null
)

{% set grondslag = ['grondslag_berichten', 'grondslag_regels'] -%}
select
    benoemd.maand,
    benoemd.bron,
    benoemd.afzender,
    benoemd.groep as aanbieder_agb,
    benoemd.aanbieder_naam,
    benoemd.gebied_code as gemeente_code,
    benoemd.regel_code,
    benoemd.regel_uitleg,
    {{ onderdruk('berichten', 'bigint', grondslag, 'levering_status') }},
    {{ onderdruk('berichten_geweigerd', 'bigint', grondslag + ['aanvaarde_berichten']) }},
    {{ onderdruk('regels', 'bigint', grondslag, 'levering_status') }},
    {{ onderdruk(
        'regels_geweigerd', 'bigint', grondslag + ['aanvaarde_regels'], 'levering_status'
    ) }},
    {{ onderdruk(
        'geweigerd_percentage',
        'decimal(5, 1)',
        grondslag + ['aanvaarde_regels'],
        'levering_status'
    ) }},
    {{ onderdruk(
        'eerste_keer_goed_percentage',
        'decimal(5, 1)',
        grondslag + ['goede_berichten'],
        'levering_status'
    ) }},
    {{ onderdruk('fouten', 'bigint', grondslag) }},
    {{ onderdruk('signalen', 'bigint', grondslag) }},
    peil.peildatum as stand_datum
from benoemd
cross join peil
