-- Grain: published area, published zorgvorm, periode, product in one unit. What was declared on it:
-- amount, volume, months with cost (one per gemeente) and jeugdigen with a positive net amount.
with regel as (
    select * from {{ ref('fct_declaratieregel') }}
),

declaratie_status as (
    select * from {{ ref('declaratie_status') }}
),

eenheid as (
    select * from {{ ref('kostprijs_eenheid') }}
),

gebied as (
    select * from {{ ref('int_publicatie_gebied') }}
),

zorgvorm as (
    select * from {{ ref('int_publicatie_zorgvorm') }}
),

periode as (
    select distinct
        periode,
        kwartaal
    from {{ ref('int_publicatie_periode') }}
),

per_maand as (
    select
        regel.gemeente_code,
        regel.zorgvorm,
        regel.client_sleutel,
        regel.zorgmaand,
        concat_ws(
            ' ',
            regel.product_categorie,
            regel.product_code,
            coalesce(eenheid.kostprijs_eenheid, regel.eenheid)
        ) as product,
        sum(regel.ingediend_eurocent) as kosten_eurocent,
        sum(regel.volume / coalesce(eenheid.eenheden_per_kostprijs_eenheid, 1)) as volume
    from regel
    inner join declaratie_status on regel.status = declaratie_status.status
    left join eenheid
        on
            regel.eenheid = eenheid.eenheid_code
            and {{ geldt_op('regel.zorgmaand', 'eenheid') }}
    where declaratie_status.telt_als_kosten
    group by
        regel.gemeente_code,
        regel.zorgvorm,
        regel.client_sleutel,
        regel.zorgmaand,
        concat_ws(
            ' ',
            regel.product_categorie,
            regel.product_code,
            coalesce(eenheid.kostprijs_eenheid, regel.eenheid)
        )
),

per_kwartaal as (
    select
        gemeente_code,
        zorgvorm,
        client_sleutel,
        product,
        {{ kwartaal('zorgmaand') }} as kwartaal,
        sum(kosten_eurocent) as kosten_eurocent,
        sum(volume) as volume,
        count(case when kosten_eurocent > 0 then 1 end) as aantal_maanden
    from per_maand
    group by gemeente_code, zorgvorm, client_sleutel, product, {{ kwartaal('zorgmaand') }}
),

per_jeugdige as (
    select
        gebied.gebied_code,
        zorgvorm.zorgvorm_groep,
        periode.periode,
        per_kwartaal.product,
        per_kwartaal.client_sleutel,
        sum(per_kwartaal.kosten_eurocent) as kosten_eurocent,
        sum(per_kwartaal.volume) as volume,
        sum(per_kwartaal.aantal_maanden) as aantal_maanden
    from per_kwartaal
    inner join gebied on per_kwartaal.gemeente_code = gebied.gemeente_code
    inner join zorgvorm on per_kwartaal.zorgvorm = zorgvorm.zorgvorm
    inner join periode on per_kwartaal.kwartaal = periode.kwartaal
    group by
        gebied.gebied_code,
        zorgvorm.zorgvorm_groep,
        periode.periode,
        per_kwartaal.product,
        per_kwartaal.client_sleutel
),

blad as (
    select
        gebied_code,
        zorgvorm_groep,
        periode,
        product,
        sum(kosten_eurocent) as kosten_eurocent,
        round(sum(volume), 6) as volume,
        sum(case when kosten_eurocent > 0 then aantal_maanden else 0 end) as aantal_maanden,
        count(case when kosten_eurocent > 0 then 1 end) as aantal_jeugdigen
    from per_jeugdige
    group by gebied_code, zorgvorm_groep, periode, product
),

groep as (
    select
        gebied_code,
        zorgvorm_groep,
        periode,
        count(distinct client_sleutel) as aantal_jeugdigen
    from per_jeugdige
    where kosten_eurocent > 0
    group by gebied_code, zorgvorm_groep, periode
)

select
    blad.gebied_code,
    blad.zorgvorm_groep,
    blad.periode,
    blad.product,
    cast(blad.kosten_eurocent as bigint) as kosten_eurocent,
    blad.volume,
    cast(blad.aantal_maanden as bigint) as aantal_maanden,
    blad.aantal_jeugdigen,
    coalesce(groep.aantal_jeugdigen, 0) as aantal_jeugdigen_groep
from blad
left join groep
    on
        blad.gebied_code = groep.gebied_code
        and blad.zorgvorm_groep = groep.zorgvorm_groep
        and blad.periode = groep.periode
