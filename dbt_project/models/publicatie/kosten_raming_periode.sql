-- Grain: periode (kwartaal or jaar), gemeente or region, zorgvorm or total. Booked beside expected.
with raming as (
    select *
    from {{ ref('int_raming_gebied_periode') }}
    where periode_soort in ('kwartaal', 'jaar')
),

verborgen as (
    select * from {{ ref('int_publicatie_kosten_verborgen') }}
),

gebied as (
    select distinct
        gebied_code,
        gebied_naam
    from {{ ref('int_publicatie_gebied') }}
),

zorgvorm as (
    select distinct
        zorgvorm_groep,
        zorgvorm_groep_naam
    from {{ ref('int_publicatie_zorgvorm') }}
),

eenheid as (
    select * from {{ ref('int_raming_eenheid') }}
),

nog_te_verwachten as (
    select * from {{ ref('fct_nog_te_verwachten') }}
),

instelling as (
    select *
    from {{ ref('raming_instelling') }}
    where instelling = 'interval_percentage'
),

volledigheid as (
    select *
    from {{ ref('int_volledigheid_periode') }}
    where bron = 'ijw'
),

peil as (
    select * from {{ ref('int_peildatum') }}
),

heeft_raming as (
    select count(*) > 0 as is_geraamd
    from nog_te_verwachten
),

gedeclareerde_zorgvorm as (
    select distinct zorgvorm
    from eenheid
),

cijfer as (
    select
        raming.periode_soort,
        raming.periode,
        gebied.gebied_code,
        gebied.gebied_naam,
        zorgvorm.zorgvorm_groep,
        zorgvorm.zorgvorm_groep_naam,
        least(raming.aantal_jeugdigen, verborgen.aantal_jeugdigen) as aantal_jeugdigen,
        zorgvorm.zorgvorm_groep = 'totaal'
        or gedeclareerde_zorgvorm.zorgvorm is not null as is_ijw,
        heeft_raming.is_geraamd,
        raming.kosten_eurocent / 100.0 as kosten_euro,
        {{ raming_bedragen() }},
        volledigheid.volledigheid_percentage
    from raming
    cross join heeft_raming
    inner join gebied on raming.gebied_code = gebied.gebied_code
    inner join zorgvorm on raming.zorgvorm_groep = zorgvorm.zorgvorm_groep
    left join gedeclareerde_zorgvorm
        on raming.zorgvorm_groep = gedeclareerde_zorgvorm.zorgvorm
    left join verborgen
        on
            raming.gebied_code = verborgen.gebied_code
            and raming.periode = verborgen.periode
            and raming.zorgvorm_groep = verborgen.zorgvorm_groep
    left join volledigheid
        on
            raming.gebied_code = volledigheid.gebied_code
            and raming.periode = volledigheid.periode
),

met_status as (
    select
        *,
        {{ raming_status('is_ijw', 'is_geraamd') }}
    from cijfer
)

select
    met_status.periode_soort,
    met_status.periode,
    met_status.gebied_code as gemeente_code,
    met_status.gebied_naam as gemeente_naam,
    met_status.zorgvorm_groep as zorgvorm,
    met_status.zorgvorm_groep_naam as zorgvorm_naam,
    {{ onderdruk('kosten_euro', 'decimal(14, 2)', ['aantal_jeugdigen', 'aantal_in_zorg']) }},
    {{ raming_cijfers() }},
    cast(instelling.waarde as integer) as interval_percentage,
    met_status.volledigheid_percentage,
    peil.peildatum as stand_datum
from met_status
cross join instelling
cross join peil
