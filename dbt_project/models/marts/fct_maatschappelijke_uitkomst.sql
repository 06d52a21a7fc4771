-- Grain: gemeente, jaar, indicator (M1 to M5). Counts of national sources; the file received last
-- counts. What the source does not give stays null, never zero; a share too large for its type is
-- a mistake of the source.
with maatschappelijk as (
    select *
    from {{ ref('stg_referentie__maatschappelijk') }}
    where {{ binnen_stand('ontvangst_datum') }}
),

laatste as (
    select *
    from maatschappelijk
    qualify
        row_number() over (
            partition by gemeente_code, jaar, indicator_code
            order by ontvangst_datum desc, bestand_sleutel asc, rij_nummer asc
        ) = 1
)

select
    gemeente_code,
    cast(jaar as integer) as jaar,
    indicator_code,
    cast(teller as bigint) as teller,
    cast(noemer as bigint) as noemer,
    try_cast(
        coalesce(100.0 * teller / nullif(noemer, 0), percentage) as decimal(9, 4)
    ) as waarde_percentage,
    herkomst,
    ontvangst_datum as bekend_sinds
from laatste
