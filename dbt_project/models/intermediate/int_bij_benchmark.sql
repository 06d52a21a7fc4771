-- Grain: CBS area, periode, published hulpvorm. The figure of the last delivery.
with benchmark as (
    select *
    from {{ ref('stg_referentie__benchmark') }}
    where {{ binnen_stand('ontvangst_datum') }}
),

indicator as (
    select * from {{ ref('bij_benchmark') }}
)

select
    benchmark.gemeente_code,
    benchmark.gebied,
    benchmark.periode,
    indicator.bij_groep as hulpvorm,
    benchmark.waarde as cbs_percentage,
    benchmark.herkomst
from benchmark
inner join indicator on benchmark.indicator = indicator.indicator
where benchmark.eenheid = '%'
qualify
    row_number() over (
        partition by benchmark.gebied, benchmark.periode, indicator.bij_groep
        order by
            benchmark.ontvangst_datum desc, benchmark.bestand_sleutel asc, benchmark.rij_nummer asc
    ) = 1
