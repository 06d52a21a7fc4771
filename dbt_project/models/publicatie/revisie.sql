-- Grain: jaar of care, gemeente or region, zorgvorm or total, oorzaak or total. How the figures
-- moved since the earlier stand. Without an earlier stand there is no row.
with cijfer as (
    select * from {{ ref('int_revisie_cijfer') }}
),

verborgen as (
    select * from {{ ref('int_revisie_verborgen') }}
),

vorig_peil as (
    select * from {{ ref('stg_stand__peildatum') }}
),

volledigheid as (
    select * from {{ ref('int_volledigheid_periode') }}
),

peil as (
    select * from {{ ref('int_peildatum') }}
),

beoordeeld as (
    select
        cijfer.*,
        verborgen.is_kosten_verborgen,
        verborgen.is_zorg_verborgen
    from cijfer
    inner join verborgen
        on
            cijfer.jaar = verborgen.jaar
            and cijfer.gebied_code = verborgen.gebied_code
            and cijfer.zorgvorm_groep = verborgen.zorgvorm_groep
            and cijfer.oorzaak = verborgen.oorzaak
)

select
    beoordeeld.jaar,
    beoordeeld.gebied_code as gemeente_code,
    beoordeeld.gebied_naam as gemeente_naam,
    beoordeeld.zorgvorm_groep as zorgvorm,
    beoordeeld.zorgvorm_groep_naam as zorgvorm_naam,
    beoordeeld.oorzaak,
    beoordeeld.oorzaak_naam,
    {{ onderdruk(
        'verschil_kosten_euro',
        'decimal(14, 2)',
        ['aantal_met_kosten'],
        'kosten_status',
        'is_kosten_verborgen'
    ) }},
    {{ onderdruk(
        'verschil_jeugdigenmaanden',
        'bigint',
        ['aantal_met_zorg'],
        'zorg_status',
        'is_zorg_verborgen'
    ) }},
    vorig_peil.peildatum as vorige_stand_datum,
    volledigheid.volledigheid_percentage,
    begin_bekend.volledigheid_percentage as volledigheid_begin_percentage,
    peil.peildatum as stand_datum
from beoordeeld
cross join vorig_peil
cross join peil
left join volledigheid
    on
        beoordeeld.gebied_code = volledigheid.gebied_code
        and cast(beoordeeld.jaar as varchar) = volledigheid.periode
        and volledigheid.bron = 'ijw'
left join volledigheid as begin_bekend
    on
        beoordeeld.gebied_code = begin_bekend.gebied_code
        and cast(beoordeeld.jaar as varchar) = begin_bekend.periode
        and begin_bekend.bron = 'ijw_begin'
