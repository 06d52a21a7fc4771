-- Grain: jaar of care, gemeente or region. The most expensive youths together, as far as that may
-- be shown; who may see each case finds it in fct_casuistiek.
with casus_top as (
    select * from {{ ref('int_casus_top') }}
),

casuistiek_grens as (
    select * from {{ ref('casuistiek_grens') }}
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
        min(date_trunc('year', zorgmaand)) as eerste_dag,
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
        coalesce(casus_top.aantal_casussen, 0) as aantal_casussen,
        -- rounded, so that it says little about one of the cases
        casuistiek_grens.afronding_euro
        * round(
            coalesce(casus_top.kosten_eurocent, 0) / 100.0 / casuistiek_grens.afronding_euro
        ) as kosten_euro,
        100.0
        * casus_top.kosten_eurocent
        / nullif(casus_top.totaal_eurocent, 0) as kosten_percentage,
        coalesce(casus_top.aantal_verwijzer_gemeente, 0) as aantal_verwijzer_gemeente,
        coalesce(casus_top.aantal_verwijzer_medisch, 0) as aantal_verwijzer_medisch,
        coalesce(casus_top.aantal_verwijzer_gi_rechter, 0) as aantal_verwijzer_gi_rechter,
        coalesce(casus_top.aantal_verwijzer_geen, 0) as aantal_verwijzer_geen,
        coalesce(casus_top.aantal_doorstroom, 0) as aantal_doorstroom,
        coalesce(casus_top.aantal_casussen - casus_top.aantal_doorstroom, 0)
            as aantal_zonder_doorstroom,
        case
            when gebied_jaar.basis_status = 'waarde' and not casus_top.is_vorig_jaar_bekend
                then 'ontbreekt'
            else gebied_jaar.basis_status
        end as doorstroom_status,
        coalesce(casus_top.is_dominant or casus_top.is_af_te_leiden, false) as is_onveilig,
        volledigheid.volledigheid_percentage
    from gebied_jaar
    inner join casuistiek_grens on {{ geldt_op('gebied_jaar.eerste_dag', 'casuistiek_grens') }}
    left join casus_top
        on
            gebied_jaar.jaar = casus_top.jaar
            and gebied_jaar.gebied_code = casus_top.gebied_code
    left join volledigheid
        on
            gebied_jaar.gebied_code = volledigheid.gebied_code
            and cast(gebied_jaar.jaar as varchar) = volledigheid.periode
            and volledigheid.bron = 'ijw'
),

-- a division is shown only whole: not with one small part, nor when all fall in one part
beoordeeld as (
    select
        *,
        aantal_casussen > 0
        and (
            least(
                coalesce(nullif(aantal_verwijzer_gemeente, 0), aantal_casussen),
                coalesce(nullif(aantal_verwijzer_medisch, 0), aantal_casussen),
                coalesce(nullif(aantal_verwijzer_gi_rechter, 0), aantal_casussen),
                coalesce(nullif(aantal_verwijzer_geen, 0), aantal_casussen)
            ) between 1 and {{ var('onderdrukking_drempel', 10) | int - 1 }}
            or greatest(
                aantal_verwijzer_gemeente,
                aantal_verwijzer_medisch,
                aantal_verwijzer_gi_rechter,
                aantal_verwijzer_geen
            ) = aantal_casussen
        ) as is_verwijzer_onveilig,
        aantal_casussen > 0
        and least(aantal_doorstroom, aantal_zonder_doorstroom) = 0 as is_doorstroom_onveilig
    from cijfer
)

select
    beoordeeld.jaar,
    beoordeeld.gebied_code as gemeente_code,
    beoordeeld.gebied_naam as gemeente_naam,
    {{ onderdruk('aantal_casussen', 'bigint', ['aantal_casussen'], 'basis_status') }},
    {{ onderdruk(
        'kosten_euro', 'decimal(14, 2)', ['aantal_casussen'], 'basis_status', 'is_onveilig'
    ) }},
    {{ onderdruk(
        'kosten_percentage', 'decimal(5, 0)', ['aantal_casussen'], 'basis_status', 'is_onveilig'
    ) }},
    {% for groep in ['gemeente', 'medisch', 'gi_rechter', 'geen'] -%}
    {{ onderdruk(
        'aantal_verwijzer_' ~ groep,
        'bigint',
        ['aantal_casussen', 'aantal_verwijzer_' ~ groep],
        'basis_status',
        'is_verwijzer_onveilig'
    ) }},
    {% endfor -%}
    {{ onderdruk(
        'aantal_doorstroom',
        'bigint',
        ['aantal_casussen', 'aantal_doorstroom', 'aantal_zonder_doorstroom'],
        'doorstroom_status',
        'is_doorstroom_onveilig'
    ) }},
    beoordeeld.volledigheid_percentage,
    peil.peildatum as stand_datum
from beoordeeld
cross join peil
