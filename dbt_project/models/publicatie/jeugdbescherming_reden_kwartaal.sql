-- Grain: kwartaal, gemeente or region, jb or jr, reden. Measures that ended in the kwartaal.
with maatregel as (
    select *
    from {{ ref('fct_jeugdbescherming') }}
    where is_maatregel and eind_datum is not null
),

maatregel_type as (
    select * from {{ ref('maatregel_type') }}
),

reden as (
    select * from {{ ref('maatregel_reden_naam') }}
),

gebied as (
    select * from {{ ref('int_publicatie_gebied') }}
),

kwartaal as (
    select * from {{ ref('int_publicatie_kwartaal') }}
),

soort as (
    select distinct maatregel_soort
    from maatregel_type
    where is_maatregel
),

geteld as (
    select
        gebied.gebied_code,
        {{ kwartaal('maatregel.eind_datum') }} as kwartaal,
        maatregel.maatregel_soort,
        maatregel.reden,
        count(*) as aantal_beeindigd
    from maatregel
    inner join gebied on maatregel.gemeente_code = gebied.gemeente_code
    group by
        gebied.gebied_code,
        {{ kwartaal('maatregel.eind_datum') }},
        maatregel.maatregel_soort,
        maatregel.reden
),

cijfer as (
    select
        kwartaal.kwartaal,
        kwartaal.gebied_code,
        kwartaal.gebied_naam,
        soort.maatregel_soort,
        reden.reden,
        reden.reden_naam,
        case when kwartaal.is_bekend then 'waarde' else 'ontbreekt' end as basis_status,
        coalesce(geteld.aantal_beeindigd, 0) as aantal_beeindigd,
        kwartaal.volledigheid_percentage,
        kwartaal.peildatum
    from kwartaal
    cross join soort
    cross join reden
    left join geteld
        on
            kwartaal.gebied_code = geteld.gebied_code
            and kwartaal.kwartaal = geteld.kwartaal
            and soort.maatregel_soort = geteld.maatregel_soort
            and reden.reden = geteld.reden
),

met_aandeel as (
    select
        *,
        100.0 * aantal_beeindigd / nullif(sum(aantal_beeindigd) over deling, 0)
            as aandeel_percentage,
        {{ gaat_mee_onderdrukt(
            'aantal_beeindigd', ['kwartaal', 'gebied_code', 'maatregel_soort'], 'reden'
        ) }} as gaat_mee,
        bool_or(aantal_beeindigd between 1 and {{ var('onderdrukking_drempel', 10) | int - 1 }})
            over deling as deling_is_klein
    from cijfer
    window deling as (partition by kwartaal, gebied_code, maatregel_soort)
)

select
    kwartaal,
    gebied_code as gemeente_code,
    gebied_naam as gemeente_naam,
    maatregel_soort,
    reden,
    reden_naam,
    {{ onderdruk(
        'aantal_beeindigd', 'bigint', ['aantal_beeindigd'], 'basis_status', 'gaat_mee'
    ) }},
    {{ onderdruk(
        'aandeel_percentage',
        'decimal(5, 1)',
        ['aantal_beeindigd'],
        'basis_status',
        'gaat_mee or deling_is_klein'
    ) }},
    volledigheid_percentage,
    peildatum as stand_datum
from met_aandeel
