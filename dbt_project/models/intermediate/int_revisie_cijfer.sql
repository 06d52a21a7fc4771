-- Grain: jaar of care, gemeente or region, zorgvorm or total, oorzaak or total. Every difference
-- that can be published, with the youths that it rests on.
with feit as (
    select * from {{ ref('fct_revisie') }}
),

oorzaak as (
    select * from {{ ref('revisie_oorzaak') }}
),

gebied as (
    select * from {{ ref('int_publicatie_gebied') }}
),

zorgvorm as (
    select * from {{ ref('int_publicatie_zorgvorm') }}
),

getoonde_oorzaak as (
    select
        oorzaak,
        oorzaak_naam,
        telt_voor_kosten,
        telt_voor_zorggebruik
    from oorzaak
    where oorzaak <> 'definitie'
    union all
    select
        'totaal' as oorzaak,
        'Totaal' as oorzaak_naam,
        true as telt_voor_kosten,
        true as telt_voor_zorggebruik
),

per_oorzaak as (
    select
        *,
        cast(extract(year from zorgmaand) as integer) as jaar,
        oorzaak as oorzaak_groep
    from feit
    union all
    select
        *,
        cast(extract(year from zorgmaand) as integer) as jaar,
        'totaal' as oorzaak_groep
    from feit
),

som as (
    select
        gebied.gebied_code,
        zorgvorm.zorgvorm_groep,
        per_oorzaak.jaar,
        per_oorzaak.oorzaak_groep,
        sum(per_oorzaak.verschil_eurocent) as verschil_eurocent,
        sum(per_oorzaak.verschil_jeugdigenmaanden) as verschil_jeugdigenmaanden,
        count(
            distinct case
                when per_oorzaak.figuur = 'kosten' then per_oorzaak.client_sleutel
            end
        ) as aantal_met_kosten,
        count(
            distinct case
                when per_oorzaak.figuur = 'zorggebruik' then per_oorzaak.client_sleutel
            end
        ) as aantal_met_zorg
    from per_oorzaak
    inner join gebied on per_oorzaak.gemeente_code = gebied.gemeente_code
    inner join zorgvorm on per_oorzaak.zorgvorm = zorgvorm.zorgvorm
    group by
        gebied.gebied_code,
        zorgvorm.zorgvorm_groep,
        per_oorzaak.jaar,
        per_oorzaak.oorzaak_groep
),

gebruikt as (
    select distinct
        som.jaar,
        zorgvorm.zorgvorm_groep,
        zorgvorm.zorgvorm_groep_naam
    from som
    inner join zorgvorm on som.zorgvorm_groep = zorgvorm.zorgvorm_groep
),

getoond_gebied as (
    select distinct
        gebied_code,
        gebied_naam
    from gebied
)

select
    gebruikt.jaar,
    getoond_gebied.gebied_code,
    getoond_gebied.gebied_naam,
    gebruikt.zorgvorm_groep,
    gebruikt.zorgvorm_groep_naam,
    getoonde_oorzaak.oorzaak,
    getoonde_oorzaak.oorzaak_naam,
    case when getoonde_oorzaak.telt_voor_kosten then 'waarde' else 'nvt' end as kosten_status,
    case
        when getoonde_oorzaak.telt_voor_zorggebruik then 'waarde' else 'nvt'
    end as zorg_status,
    coalesce(som.verschil_eurocent, 0) / 100.0 as verschil_kosten_euro,
    coalesce(som.verschil_jeugdigenmaanden, 0) as verschil_jeugdigenmaanden,
    coalesce(som.aantal_met_kosten, 0) as aantal_met_kosten,
    coalesce(som.aantal_met_zorg, 0) as aantal_met_zorg
from gebruikt
cross join getoond_gebied
cross join getoonde_oorzaak
left join som
    on
        gebruikt.jaar = som.jaar
        and gebruikt.zorgvorm_groep = som.zorgvorm_groep
        and getoond_gebied.gebied_code = som.gebied_code
        and getoonde_oorzaak.oorzaak = som.oorzaak_groep
