-- The published identity, and a range that holds what it is about.
with kosten as (
    select * from {{ ref('kosten_maand') }}
),

periode as (
    select * from {{ ref('kosten_raming_periode') }}
),

alles as (
    select
        cast(zorgmaand as varchar) as periode,
        gemeente_code,
        zorgvorm,
        kosten_euro,
        kosten_euro_status,
        nog_te_verwachten_euro,
        nog_te_verwachten_laag_euro,
        nog_te_verwachten_hoog_euro,
        nog_te_verwachten_euro_status,
        verwacht_totaal_euro,
        verwacht_totaal_euro_status
    from kosten
    union all
    select
        periode,
        gemeente_code,
        zorgvorm,
        kosten_euro,
        kosten_euro_status,
        nog_te_verwachten_euro,
        nog_te_verwachten_laag_euro,
        nog_te_verwachten_hoog_euro,
        nog_te_verwachten_euro_status,
        verwacht_totaal_euro,
        verwacht_totaal_euro_status
    from periode
)

select
    periode,
    gemeente_code,
    zorgvorm
from alles
where
    (kosten_euro_status = 'onderdrukt' and verwacht_totaal_euro is not null)
    or (
        kosten_euro_status = 'waarde'
        and verwacht_totaal_euro_status = 'waarde'
        and kosten_euro + coalesce(nog_te_verwachten_euro, 0) != verwacht_totaal_euro
    )
    or (
        nog_te_verwachten_euro_status = 'waarde'
        and (
            nog_te_verwachten_laag_euro > nog_te_verwachten_euro
            or nog_te_verwachten_hoog_euro < nog_te_verwachten_euro
        )
    )
    -- what is taken off is never more than what is booked
    or (
        verwacht_totaal_euro_status = 'waarde'
        and verwacht_totaal_euro >= 0
        and nog_te_verwachten_laag_euro < 0
        and verwacht_totaal_euro - nog_te_verwachten_euro + nog_te_verwachten_laag_euro < 0
    )
