-- Grain: rule, line that stands. More volume than the toewijzing allows in the product period
-- (TR321) or in total (TR322), or more money than its budget (TR369). What was granted counts
-- before what is pending, and then lines count in the order in which they were sent: the finding
-- lies on the lines that lie beyond the maximum, from the day on which they did.
with maximum as (
    select * from {{ ref('int_toewijzing_maximum') }}
),

besluit as (
    select * from {{ ref('int_bevinding_regel_besluit') }}
),

declaratie_status as (
    select * from {{ ref('declaratie_status') }}
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
        status,
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
        status,
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
        status,
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
        status,
        product_periode_begin_datum,
        ingediend_eurocent
),

opgeteld_volume as (
    select
        volume_regel.*,
        sum(volume_regel.basis_volume) over volgorde as volume_tot_en_met,
        max(volume_regel.dagtekening_datum) over volgorde as bereikt_datum
    from volume_regel
    inner join declaratie_status on volume_regel.status = declaratie_status.status
    window
        volgorde as (
            partition by volume_regel.gemeente_code, volume_regel.toewijzing_nummer
            order by
                declaratie_status.volgorde asc,
                volume_regel.dagtekening_datum asc,
                volume_regel.product_periode_begin_datum asc,
                volume_regel.referentie_nummer asc
        )
),

opgeteld_bedrag as (
    select
        budget_regel.*,
        sum(budget_regel.ingediend_eurocent) over volgorde as eurocent_tot_en_met,
        max(budget_regel.dagtekening_datum) over volgorde as bereikt_datum
    from budget_regel
    inner join declaratie_status on budget_regel.status = declaratie_status.status
    window
        volgorde as (
            partition by budget_regel.gemeente_code, budget_regel.toewijzing_nummer
            order by
                declaratie_status.volgorde asc,
                budget_regel.dagtekening_datum asc,
                budget_regel.product_periode_begin_datum asc,
                budget_regel.referentie_nummer asc
        )
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
    bereikt_datum as eerste_gezien
from opgeteld_volume
where volume_tot_en_met > maximum_toewijzing
union all
select
    'TR369' as regel_code,
    'jw323' as bericht,
    aanbieder_agb,
    gemeente_code,
    plaats,
    bereikt_datum as eerste_gezien
from opgeteld_bedrag
where eurocent_tot_en_met > budget_eurocent
