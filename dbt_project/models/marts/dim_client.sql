-- Grain: client_sleutel. Characteristics from the last message that has them.
with toewijzing as (
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

prestatie as (
    select * from {{ ref('stg_ijw__prestatie') }}
),

geldig as (
    select * from {{ ref('int_bericht_geldig') }}
),

melding as (
    select
        client_sleutel,
        bericht_sleutel,
        gemeente_code,
        geboortemaand,
        geslacht_code
    from toewijzing
    union all
    select
        client_sleutel,
        bericht_sleutel,
        gemeente_code,
        geboortemaand,
        geslacht_code
    from start
    union all
    select
        client_sleutel,
        bericht_sleutel,
        gemeente_code,
        geboortemaand,
        geslacht_code
    from stop
    union all
    select
        client_sleutel,
        bericht_sleutel,
        gemeente_code,
        geboortemaand,
        geslacht_code
    from verzoek
    union all
    select
        client_sleutel,
        bericht_sleutel,
        gemeente_code,
        cast(null as date) as geboortemaand,
        cast(null as varchar) as geslacht_code
    from prestatie
),

geldige_melding as (
    select
        melding.client_sleutel,
        melding.gemeente_code,
        melding.geboortemaand,
        melding.geslacht_code,
        geldig.dagtekening_datum,
        (
            geldig.dagtekening_datum,
            geldig.bericht,
            geldig.gemeente_code,
            geldig.aanbieder_agb,
            geldig.bericht_identificatie
        ) as volgorde
    from melding
    inner join geldig
        on melding.bericht_sleutel = geldig.bericht_sleutel
)

select
    client_sleutel,
    max_by(geboortemaand, volgorde) filter (where geboortemaand is not null) as geboortemaand,
    max_by(geslacht_code, volgorde) filter (where geslacht_code is not null) as geslacht_code,
    max_by(gemeente_code, volgorde) as gemeente_code,
    min(dagtekening_datum) as bekend_sinds
from geldige_melding
group by client_sleutel
