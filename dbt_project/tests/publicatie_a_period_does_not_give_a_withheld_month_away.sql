-- A kwartaal or jaar of cost is not shown where all months but one are: the difference is the cost
-- that kosten_maand withholds. In a jaar the kwartalen that are shown fall away first.
with maand as (
    select * from {{ ref('kosten_maand') }}
),

kwartaal as (
    select * from {{ ref('kosten_kwartaal') }}
),

raming as (
    select * from {{ ref('kosten_raming_periode') }}
),

soort as (
    select * from {{ ref('kosten_soort_jaar') }}
),

verwijzer as (
    select * from {{ ref('kosten_verwijzer_jaar') }}
),

opbouw as (
    select * from {{ ref('opbouw_lokaal_jaar') }}
),

periode as (
    select
        'kosten_kwartaal' as tabel,
        kwartaal as periode,
        gemeente_code,
        zorgvorm
    from kwartaal
    where kosten_euro_status = 'waarde'
    union all
    select
        'kosten_raming_periode' as tabel,
        periode,
        gemeente_code,
        zorgvorm
    from raming
    where kosten_euro_status = 'waarde'
    union all
    select
        'kosten_soort_jaar' as tabel,
        cast(jaar as varchar) as periode,
        gemeente_code,
        'totaal' as zorgvorm
    from soort
    where begroting_categorie = 'totaal' and kosten_euro_status = 'waarde'
    union all
    select
        'kosten_verwijzer_jaar' as tabel,
        cast(jaar as varchar) as periode,
        gemeente_code,
        'totaal' as zorgvorm
    from verwijzer
    where verwijzer_groep = 'totaal' and kosten_euro_status = 'waarde'
    union all
    select
        'opbouw_lokaal_jaar' as tabel,
        cast(jaar as varchar) as periode,
        gemeente_code,
        'totaal' as zorgvorm
    from opbouw
    where kosten_euro_status = 'waarde'
),

verborgen_maand as (
    select
        maand.gemeente_code,
        maand.zorgvorm,
        {{ kwartaal('maand.zorgmaand') }} as kwartaal,
        cast(extract(year from maand.zorgmaand) as varchar) as jaar,
        kwartaal.kosten_euro_status = 'waarde' as kwartaal_is_getoond
    from maand
    left join kwartaal
        on
            maand.gemeente_code = kwartaal.gemeente_code
            and maand.zorgvorm = kwartaal.zorgvorm
            and {{ kwartaal('maand.zorgmaand') }} = kwartaal.kwartaal
    where maand.kosten_euro_status = 'onderdrukt'
),

verborgen as (
    select
        gemeente_code,
        zorgvorm,
        kwartaal as periode
    from verborgen_maand
    union all
    select
        gemeente_code,
        zorgvorm,
        jaar as periode
    from verborgen_maand
    where not coalesce(kwartaal_is_getoond, false)
),

alleen as (
    select
        gemeente_code,
        zorgvorm,
        periode
    from verborgen
    group by gemeente_code, zorgvorm, periode
    having count(*) = 1
)

select
    periode.tabel,
    periode.periode,
    periode.gemeente_code,
    periode.zorgvorm
from periode
inner join alleen
    on
        periode.gemeente_code = alleen.gemeente_code
        and periode.zorgvorm = alleen.zorgvorm
        and periode.periode = alleen.periode
