-- Every live toewijzing and every open request is in one klasse of waiting: none is dropped, and
-- none counts twice.
with toewijzing as (
    select * from {{ ref('int_toewijzing_actueel') }}
),

verzoek as (
    select * from {{ ref('int_verzoek_open') }}
),

feit as (
    select * from {{ ref('fct_wachttijd') }}
),

klasse as (
    select * from {{ ref('wachttijd_klasse') }}
),

verwacht as (
    select count(*) as aantal
    from toewijzing
    union all
    select count(*) as aantal
    from verzoek
),

alles as (
    select sum(aantal) as aantal
    from verwacht
),

per_klasse as (
    select
        klasse.klasse,
        count(*) as aantal
    from feit
    inner join klasse on feit.klasse = klasse.klasse
    group by klasse.klasse
),

geteld as (
    select coalesce(sum(aantal), 0) as aantal
    from per_klasse
)

select
    alles.aantal as verwacht,
    geteld.aantal as geteld
from alles
cross join geteld
where alles.aantal != geteld.aantal
