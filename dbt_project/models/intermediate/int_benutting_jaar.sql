-- Grain: jaar in which the toewijzing ended, published area, zorgvorm or total. Of a toewijzing
-- that ended the benutting is final, but for late declarations.
with benutting as (
    select *
    from {{ ref('fct_benutting') }}
    where is_afgelopen and benutting_status = 'waarde'
),

grens as (
    select * from {{ ref('benutting_grens') }}
),

gebied as (
    select * from {{ ref('int_publicatie_gebied') }}
),

zorgvorm as (
    select * from {{ ref('int_publicatie_zorgvorm') }}
),

beoordeeld as (
    select
        benutting.gemeente_code,
        benutting.client_sleutel,
        benutting.zorgvorm,
        benutting.benutting_percentage,
        cast(extract(year from benutting.einddatum) as integer) as jaar,
        benutting.benutting_percentage < grens.laag_percentage as is_laag
    from benutting
    inner join grens on {{ geldt_op('benutting.einddatum', 'grens') }}
)

select
    beoordeeld.jaar,
    gebied.gebied_code,
    zorgvorm.zorgvorm_groep,
    count(*) as aantal_toewijzingen,
    count(distinct beoordeeld.client_sleutel) as aantal_jeugdigen,
    avg(beoordeeld.benutting_percentage) as gemiddelde_benutting_percentage,
    median(beoordeeld.benutting_percentage) as mediaan_benutting_percentage,
    count(*) filter (where beoordeeld.is_laag) as aantal_laag,
    count(distinct beoordeeld.client_sleutel) filter (where beoordeeld.is_laag)
        as aantal_laag_jeugdigen,
    count(distinct beoordeeld.client_sleutel) filter (where not beoordeeld.is_laag)
        as aantal_niet_laag_jeugdigen
from beoordeeld
inner join gebied on beoordeeld.gemeente_code = gebied.gemeente_code
inner join zorgvorm on beoordeeld.zorgvorm = zorgvorm.zorgvorm
group by beoordeeld.jaar, gebied.gebied_code, zorgvorm.zorgvorm_groep
