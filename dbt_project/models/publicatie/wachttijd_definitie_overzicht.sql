-- Grain: definitie_code, also of what cannot be computed, with the norms of the peildatum. Before
-- anything was delivered there is no peildatum, and nothing to publish.
with definitie as (
    select * from {{ ref('wachttijd_definitie') }}
),

definitie_norm as (
    select * from {{ ref('wachttijd_norm') }}
),

regio_norm as (
    select * from {{ ref('wachtnorm') }}
),

peil as (
    select * from {{ ref('int_peildatum') }}
),

norm as (
    select
        definitie_code,
        norm_dagen,
        norm_status,
        ingangsdatum,
        einddatum
    from definitie_norm
    union all
    select
        'regio' as definitie_code,
        norm_dagen,
        'richtinggevend' as norm_status,
        ingangsdatum,
        einddatum
    from regio_norm
),

geldende_norm as (
    select
        norm.definitie_code,
        min(norm.norm_dagen) as laagste_norm_dagen,
        max(norm.norm_dagen) as hoogste_norm_dagen,
        max(norm.norm_status) as norm_status
    from norm
    cross join peil
    where {{ geldt_op('peil.peildatum', 'norm') }}
    group by norm.definitie_code
)

select
    definitie.definitie_code,
    definitie.definitie_naam,
    definitie.van_omschrijving,
    definitie.tot_omschrijving,
    definitie.is_berekenbaar,
    definitie.reden as reden_niet_berekenbaar,
    definitie.juridische_status,
    definitie.noot,
    geldende_norm.laagste_norm_dagen,
    geldende_norm.hoogste_norm_dagen,
    geldende_norm.norm_status,
    definitie.bron,
    peil.peildatum as stand_datum
from definitie
cross join peil
left join geldende_norm on definitie.definitie_code = geldende_norm.definitie_code
where peil.peildatum is not null
