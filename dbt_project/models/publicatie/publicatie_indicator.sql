-- Grain: indicator. The catalogue as it is published: what every figure means, in words.
with indicator as (
    select * from {{ ref('indicator') }}
)

select
    indicator_code,
    indicator_naam,
    onderwerp,
    vraag,
    formule,
    eenheid,
    bron,
    optelbaar,
    sinds,
    breuk,
    eigenaar,
    status,
    reden,
    tabel,
    kolom,
    herkomst
from indicator
