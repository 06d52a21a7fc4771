-- Grain: published area, published zorgvorm, periode, effect: the change of cost against the same
-- periode a year before, in whole cents. The effects add up to the change: what rounding leaves
-- stands in the largest.
with factor as (
    select * from {{ ref('int_publicatie_kosten_factor') }}
),

kosten as (
    select * from {{ ref('fct_kosten') }}
),

gebied as (
    select * from {{ ref('int_publicatie_gebied') }}
),

zorgvorm as (
    select * from {{ ref('int_publicatie_zorgvorm') }}
),

periode as (
    select * from {{ ref('int_publicatie_periode') }}
),

volgende as (
    select distinct
        periode,
        vorige_periode
    from periode
),

-- each factor is a growth; the growths of a product multiply to that of its amount
groei as (
    select
        gebied_code,
        zorgvorm_groep,
        periode,
        verschil_eurocent,
        gewicht,
        is_er_nu,
        was_er_toen,
        nu_jeugdigen_groep / toen_jeugdigen_groep as jeugdigen,
        (nu_aantal_jeugdigen / nu_jeugdigen_groep)
        / (toen_aantal_jeugdigen / toen_jeugdigen_groep) as mix,
        (nu_aantal_maanden / nu_aantal_jeugdigen)
        / (toen_aantal_maanden / toen_aantal_jeugdigen) as duur,
        (nu_volume / nu_aantal_maanden) / (toen_volume / toen_aantal_maanden) as intensiteit,
        (nu_kosten_eurocent / nu_volume) / (toen_kosten_eurocent / toen_volume) as prijs
    from factor
),

{% set factoren = ['jeugdigen', 'mix', 'duur', 'intensiteit', 'prijs'] -%}
per_product as (
    {% for naam in factoren -%}
    select
        gebied_code,
        zorgvorm_groep,
        periode,
        '{{ naam }}' as effect,
        cast(gewicht * ln({{ naam }}) as decimal(24, 6)) as eurocent
    from groei
    where is_er_nu and was_er_toen
    union all
    {% endfor -%}
    select
        gebied_code,
        zorgvorm_groep,
        periode,
        case when was_er_toen then 'vervallen_product' else 'nieuw_product' end as effect,
        cast(verschil_eurocent as decimal(24, 6)) as eurocent
    from groei
    where not (is_er_nu and was_er_toen)
),

declaratie_effect as (
    select
        gebied_code,
        zorgvorm_groep,
        periode,
        effect,
        round(sum(eurocent), 0) as eurocent
    from per_product
    group by gebied_code, zorgvorm_groep, periode, effect
),

declaratie_verschil as (
    select
        gebied_code,
        zorgvorm_groep,
        periode,
        sum(verschil_eurocent) as eurocent
    from factor
    group by gebied_code, zorgvorm_groep, periode
),

op_de_cent as (
    select
        declaratie_effect.gebied_code,
        declaratie_effect.zorgvorm_groep,
        declaratie_effect.periode,
        declaratie_effect.effect,
        declaratie_effect.eurocent + case
            when
                row_number() over (
                    partition by
                        declaratie_effect.gebied_code,
                        declaratie_effect.zorgvorm_groep,
                        declaratie_effect.periode
                    order by abs(declaratie_effect.eurocent) desc, declaratie_effect.effect asc
                ) = 1
                then
                    declaratie_verschil.eurocent - sum(declaratie_effect.eurocent) over (
                        partition by
                            declaratie_effect.gebied_code,
                            declaratie_effect.zorgvorm_groep,
                            declaratie_effect.periode
                    )
            else 0
        end as eurocent
    from declaratie_effect
    inner join declaratie_verschil
        on
            declaratie_effect.gebied_code = declaratie_verschil.gebied_code
            and declaratie_effect.zorgvorm_groep = declaratie_verschil.zorgvorm_groep
            and declaratie_effect.periode = declaratie_verschil.periode
),

som as (
    select
        gebied.gebied_code,
        zorgvorm.zorgvorm_groep,
        periode.periode,
        case when kosten.verwijzer_groep = 'nvt' then kosten.kosten_soort end as soort,
        sum(kosten.kosten_eurocent) as eurocent
    from kosten
    inner join gebied on kosten.gemeente_code = gebied.gemeente_code
    inner join zorgvorm on kosten.zorgvorm = zorgvorm.zorgvorm
    inner join periode on kosten.zorgmaand = periode.zorgmaand
    group by
        gebied.gebied_code,
        zorgvorm.zorgvorm_groep,
        periode.periode,
        case when kosten.verwijzer_groep = 'nvt' then kosten.kosten_soort end
),

som_kant as (
    select
        gebied_code,
        zorgvorm_groep,
        periode,
        soort,
        eurocent
    from som
    union all
    select
        som.gebied_code,
        som.zorgvorm_groep,
        volgende.periode,
        som.soort,
        -som.eurocent as eurocent
    from som
    inner join volgende on som.periode = volgende.vorige_periode
),

alles as (
    select * from op_de_cent
    union all
    select
        gebied_code,
        zorgvorm_groep,
        periode,
        soort as effect,
        eurocent
    from som_kant
    where soort is not null
    union all
    select
        gebied_code,
        zorgvorm_groep,
        periode,
        'totaal' as effect,
        eurocent
    from som_kant
)

select
    gebied_code,
    zorgvorm_groep,
    periode,
    effect,
    cast(sum(eurocent) as bigint) as effect_eurocent
from alles
group by gebied_code, zorgvorm_groep, periode, effect
