-- Grain: definitie, halfjaar that is over, gemeente or region.
with telling as (
    select * from {{ ref('int_herhaald_beroep') }}
),

gebied_periode as (
    select * from {{ ref('int_bij_gebied') }}
),

onderdrukking as (
    select * from {{ ref('int_bij_onderdrukking') }}
),

definitie as (
    select * from {{ ref('herhaald_definitie') }}
),

peil as (
    select * from {{ ref('int_peildatum') }}
),

cijfer as (
    select
        definitie.definitie,
        definitie.definitie_naam,
        definitie.uitleg as definitie_uitleg,
        gebied_periode.periode as halfjaar,
        gebied_periode.gebied_code,
        gebied_periode.gebied_naam,
        gebied_periode.is_bekend,
        case
            when definitie.definitie = 'herhaald_terugkijkend'
                then gebied_periode.terugkijk_maanden
        end as terugkijk_maanden,
        gebied_periode.volledigheid_percentage,
        coalesce(telling.aantal_trajecten, 0) as aantal_trajecten,
        coalesce(telling.aantal_herhaald, 0) as aantal_herhaald,
        100.0
        * telling.aantal_herhaald
        / nullif(telling.aantal_trajecten, 0) as herhaald_percentage,
        coalesce(telling.is_te_beoordelen, true) as is_te_beoordelen,
        definitie.definitie = 'herhaald_terugkijkend'
        and coalesce(onderdrukking.is_onderdrukt, false) as is_onderdrukt,
        definitie.definitie = 'herhaald_terugkijkend'
        and coalesce(onderdrukking.is_herkomst_onderdrukt, false) as is_herkomst_onderdrukt
    from gebied_periode
    inner join definitie on {{ geldt_op('gebied_periode.begin_datum', 'definitie') }}
    left join telling
        on
            definitie.definitie = telling.definitie
            and gebied_periode.periode = telling.halfjaar
            and gebied_periode.gebied_code = telling.gebied_code
    left join onderdrukking
        on
            gebied_periode.gebied_code = onderdrukking.gebied_code
            and extract(year from gebied_periode.begin_datum) = onderdrukking.jaar
            and onderdrukking.hulpvorm = 'totaal'
    where gebied_periode.periode_soort = 'halfjaar'
),

met_status as (
    select
        *,
        case
            when is_bekend and coalesce(terugkijk_maanden > 0, true) then 'waarde'
            else 'ontbreekt'
        end as basis_status,
        case
            when is_bekend and coalesce(terugkijk_maanden > 0, true) and is_te_beoordelen
                then 'waarde'
            else 'ontbreekt'
        end as herhaald_status
    from cijfer
)

select
    met_status.definitie,
    met_status.definitie_naam,
    met_status.definitie_uitleg,
    met_status.halfjaar,
    met_status.gebied_code as gemeente_code,
    met_status.gebied_naam as gemeente_naam,
    {{ onderdruk(
        'aantal_trajecten', 'bigint', ['aantal_trajecten'], 'basis_status', 'is_onderdrukt'
    ) }},
    {{ onderdruk(
        'aantal_herhaald',
        'bigint',
        ['aantal_trajecten', 'aantal_herhaald', 'aantal_trajecten - aantal_herhaald'],
        'herhaald_status',
        'is_onderdrukt or is_herkomst_onderdrukt'
    ) }},
    {{ onderdruk(
        'herhaald_percentage',
        'decimal(5, 1)',
        ['aantal_trajecten', 'aantal_herhaald', 'aantal_trajecten - aantal_herhaald'],
        'herhaald_status',
        'is_onderdrukt or is_herkomst_onderdrukt'
    ) }},
    met_status.terugkijk_maanden,
    met_status.volledigheid_percentage,
    peil.peildatum as stand_datum
from met_status
cross join peil
