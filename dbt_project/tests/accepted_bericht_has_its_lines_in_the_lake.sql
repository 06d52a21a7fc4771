-- The lines that ingest counted in accepted messages are the rows that the lake tables hold.
with bericht as (
    select * from {{ ref('stg_ijw__bericht') }}
),

toewijzing as (
    select * from {{ ref('stg_ijw__toewijzing') }}
),

start as (
    select * from {{ ref('stg_ijw__start') }}
),

stop as (
    select * from {{ ref('stg_ijw__stop') }}
),

verzoek as (
    select * from {{ ref('stg_ijw__verzoek') }}
),

antwoord as (
    select * from {{ ref('stg_ijw__antwoord') }}
),

prestatie as (
    select * from {{ ref('stg_ijw__prestatie') }}
),

regel as (
    select bericht_sleutel
    from toewijzing
    union all
    select bericht_sleutel
    from start
    union all
    select bericht_sleutel
    from stop
    union all
    select bericht_sleutel
    from verzoek
    union all
    select bericht_sleutel
    from antwoord
    union all
    select bericht_sleutel
    from prestatie
),

per_bericht as (
    select
        bericht_sleutel,
        count(*) as aantal_regels
    from regel
    group by bericht_sleutel
)

select
    bericht.bericht,
    bericht.bericht_sleutel,
    bericht.aantal_regels as aantal_geteld,
    per_bericht.aantal_regels as aantal_in_lake
from bericht
left join per_bericht
    on bericht.bericht_sleutel = per_bericht.bericht_sleutel
where
    bericht.status = 'aanvaard'
    and bericht.bericht in ('jw301', 'jw305', 'jw307', 'jw315', 'jw319', 'jw323')
    and bericht.aantal_regels is distinct from per_bericht.aantal_regels
