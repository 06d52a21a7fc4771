-- Grain: rule, line that stands. More volume than the toewijzing allows in the product period
-- (TR321) or in total (TR322), or more money than its budget (TR369). Lines count in the order of
-- their period and reference: the finding lies on the lines that lie beyond the maximum.
with maximum as (
    select * from {{ ref('int_toewijzing_maximum') }}
),

besluit as (
    select * from {{ ref('int_bevinding_regel_besluit') }}
),

-- the widest of the decisions that a line may rest on counts
volume_regel as (
    select
        plaats,
        aanbieder_agb,
        gemeente_code,
        toewijzing_nummer,
        referentie_nummer,
        dagtekening_datum,
        product_periode_begin_datum,
        basis_volume,
        max(maximum_periode) as maximum_periode,
        max(maximum_toewijzing) as maximum_toewijzing
    from maximum
    group by
        plaats,
        aanbieder_agb,
        gemeente_code,
        toewijzing_nummer,
        referentie_nummer,
        dagtekening_datum,
        product_periode_begin_datum,
        basis_volume
),

budget_regel as (
    select
        plaats,
        aanbieder_agb,
        gemeente_code,
        toewijzing_nummer,
        referentie_nummer,
        dagtekening_datum,
        product_periode_begin_datum,
        ingediend_eurocent,
        max(budget_eurocent) as budget_eurocent
    from besluit
    where budget_eurocent is not null
    group by
        plaats,
        aanbieder_agb,
        gemeente_code,
        toewijzing_nummer,
        referentie_nummer,
        dagtekening_datum,
        product_periode_begin_datum,
        ingediend_eurocent
),

opgeteld_volume as (
    select
        *,
        sum(basis_volume) over (
            partition by gemeente_code, toewijzing_nummer
            order by product_periode_begin_datum asc, referentie_nummer asc
        ) as volume_tot_en_met
    from volume_regel
),

opgeteld_bedrag as (
    select
        *,
        sum(ingediend_eurocent) over (
            partition by gemeente_code, toewijzing_nummer
            order by product_periode_begin_datum asc, referentie_nummer asc
        ) as eurocent_tot_en_met
    from budget_regel
)

select
    'TR321' as regel_code,
    'jw323' as bericht,
    aanbieder_agb,
    gemeente_code,
    plaats,
    dagtekening_datum as eerste_gezien
from volume_regel
where basis_volume > maximum_periode
union all
select
    'TR322' as regel_code,
    'jw323' as bericht,
    aanbieder_agb,
    gemeente_code,
    plaats,
    dagtekening_datum as eerste_gezien
from opgeteld_volume
where volume_tot_en_met > maximum_toewijzing
union all
select
    'TR369' as regel_code,
    'jw323' as bericht,
    aanbieder_agb,
    gemeente_code,
    plaats,
    dagtekening_datum as eerste_gezien
from opgeteld_bedrag
where eurocent_tot_en_met > budget_eurocent
