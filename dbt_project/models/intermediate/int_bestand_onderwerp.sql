-- Grain: bron, file, what it is about: the part that a later file can replace. The last opgave
-- counts, or the last file received where a bron has no date of opgave. A file of which nothing
-- could be read has no row.
with levering as (
    select * from {{ ref('stg_kwartaalcijfers__levering') }}
),

budget as (
    select * from {{ ref('stg_circulaires__budget') }}
),

contract_aanbieder as (
    select * from {{ ref('stg_contracten__aanbieder') }}
),

product as (
    select * from {{ ref('stg_contracten__product') }}
),

taakgericht as (
    select * from {{ ref('stg_contracten__taakgericht') }}
),

verdeelsleutel as (
    select * from {{ ref('stg_contracten__verdeelsleutel') }}
),

overige_kosten as (
    select * from {{ ref('stg_contracten__overige_kosten') }}
),

advies as (
    select * from {{ ref('stg_veilig_thuis__advies') }}
),

melding as (
    select * from {{ ref('stg_veilig_thuis__melding') }}
),

onderzoek as (
    select * from {{ ref('stg_veilig_thuis__onderzoek') }}
),

bevolking as (
    select * from {{ ref('stg_referentie__bevolking') }}
),

benchmark as (
    select * from {{ ref('stg_referentie__benchmark') }}
),

maatschappelijk as (
    select * from {{ ref('stg_referentie__maatschappelijk') }}
),

alles as (
    select
        'kwartaalcijfers' as bron,
        bestand_sleutel,
        aanbieder_agb || ' ' || kwartaal as onderwerp,
        opgave_datum as volgorde_datum
    from levering
    union all
    select
        'circulaires' as bron,
        bestand_sleutel,
        concat_ws(' ', circulaire, onderdeel, jaar, gemeente_code) as onderwerp,
        ontvangst_datum as volgorde_datum
    from budget
    union all
    select
        'contracten' as bron,
        bestand_sleutel,
        'aanbieders' as onderwerp,
        opgave_datum as volgorde_datum
    from contract_aanbieder
    union all
    select
        'contracten' as bron,
        bestand_sleutel,
        'producten ' || aanbieder_agb as onderwerp,
        opgave_datum as volgorde_datum
    from product
    union all
    select
        'contracten' as bron,
        bestand_sleutel,
        'taakgericht ' || contract_nummer as onderwerp,
        opgave_datum as volgorde_datum
    from taakgericht
    union all
    select
        'contracten' as bron,
        bestand_sleutel,
        'verdeelsleutel ' || contract_nummer as onderwerp,
        opgave_datum as volgorde_datum
    from verdeelsleutel
    union all
    select
        'contracten' as bron,
        bestand_sleutel,
        concat_ws(' ', soort, zorgvorm, gemeente_code, jaar) as onderwerp,
        opgave_datum as volgorde_datum
    from overige_kosten
    union all
    select
        'veilig_thuis' as bron,
        bestand_sleutel,
        concat_ws(' ', 'adviezen', gemeente_code, halfjaar) as onderwerp,
        ontvangst_datum as volgorde_datum
    from advies
    union all
    select
        'veilig_thuis' as bron,
        bestand_sleutel,
        concat_ws(
            ' ',
            'meldingen',
            gemeente_code,
            coalesce(halfjaar, {{ halfjaar('melding_datum') }})
        ) as onderwerp,
        ontvangst_datum as volgorde_datum
    from melding
    union all
    select
        'veilig_thuis' as bron,
        bestand_sleutel,
        concat_ws(
            ' ',
            'onderzoeken',
            gemeente_code,
            coalesce(halfjaar, {{ halfjaar('start_datum') }})
        ) as onderwerp,
        ontvangst_datum as volgorde_datum
    from onderzoek
    union all
    select
        'referentie' as bron,
        bestand_sleutel,
        concat_ws(' ', 'bevolking', gemeente_code, jaar) as onderwerp,
        ontvangst_datum as volgorde_datum
    from bevolking
    union all
    select
        'referentie' as bron,
        bestand_sleutel,
        concat_ws(' ', 'benchmark', indicator, gebied, periode) as onderwerp,
        ontvangst_datum as volgorde_datum
    from benchmark
    union all
    select
        'referentie' as bron,
        bestand_sleutel,
        concat_ws(' ', 'maatschappelijk', indicator_code, gemeente_code, jaar) as onderwerp,
        ontvangst_datum as volgorde_datum
    from maatschappelijk
)

select
    bron,
    bestand_sleutel,
    onderwerp,
    max(volgorde_datum) as volgorde_datum
from alles
group by bron, bestand_sleutel, onderwerp
