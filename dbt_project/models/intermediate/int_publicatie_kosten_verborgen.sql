-- Grain: published area, published zorgvorm, periode (kwartaal or jaar) with a zorgmaand that
-- kosten_maand withholds. How many jeugdigen the withheld months rest on together: the periode less
-- the months that are shown is their cost, so it is as small as they are.
with regel as (
    select * from {{ ref('fct_declaratieregel') }}
),

declaratie_status as (
    select * from {{ ref('declaratie_status') }}
),

kleine_maand as (
    select *
    from {{ ref('int_publicatie_kosten_maand') }}
    where {{ is_klein(['aantal_jeugdigen']) }}
),

gebied as (
    select * from {{ ref('int_publicatie_gebied') }}
),

zorgvorm as (
    select * from {{ ref('int_publicatie_zorgvorm') }}
),

verborgen_maand as (
    select
        kleine_maand.gebied_code,
        kleine_maand.zorgvorm_groep,
        {{ kwartaal('regel.zorgmaand') }} as kwartaal,
        cast(extract(year from regel.zorgmaand) as varchar) as jaar,
        regel.client_sleutel
    from regel
    inner join declaratie_status on regel.status = declaratie_status.status
    inner join gebied on regel.gemeente_code = gebied.gemeente_code
    inner join zorgvorm on regel.zorgvorm = zorgvorm.zorgvorm
    inner join kleine_maand
        on
            gebied.gebied_code = kleine_maand.gebied_code
            and zorgvorm.zorgvorm_groep = kleine_maand.zorgvorm_groep
            and regel.zorgmaand = kleine_maand.zorgmaand
    where declaratie_status.telt_als_kosten
    group by
        kleine_maand.gebied_code,
        kleine_maand.zorgvorm_groep,
        regel.zorgmaand,
        regel.client_sleutel,
        regel.status
    having sum(regel.ingediend_eurocent) != 0
),

verborgen_kwartaal as (
    select
        gebied_code,
        zorgvorm_groep,
        kwartaal,
        count(distinct client_sleutel) as aantal_jeugdigen
    from verborgen_maand
    group by gebied_code, zorgvorm_groep, kwartaal
),

-- a kwartaal that is shown gives its withheld months together: they are no longer apart in the jaar
verborgen_jaar as (
    select
        verborgen_maand.gebied_code,
        verborgen_maand.zorgvorm_groep,
        verborgen_maand.jaar,
        count(distinct verborgen_maand.client_sleutel) as aantal_jeugdigen
    from verborgen_maand
    inner join verborgen_kwartaal
        on
            verborgen_maand.gebied_code = verborgen_kwartaal.gebied_code
            and verborgen_maand.zorgvorm_groep = verborgen_kwartaal.zorgvorm_groep
            and verborgen_maand.kwartaal = verborgen_kwartaal.kwartaal
    where {{ is_klein(['verborgen_kwartaal.aantal_jeugdigen']) }}
    group by verborgen_maand.gebied_code, verborgen_maand.zorgvorm_groep, verborgen_maand.jaar
)

select
    gebied_code,
    zorgvorm_groep,
    kwartaal as periode,
    aantal_jeugdigen
from verborgen_kwartaal
union all
select
    gebied_code,
    zorgvorm_groep,
    jaar as periode,
    aantal_jeugdigen
from verborgen_jaar
