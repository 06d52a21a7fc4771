-- Grain: printed share bovenlokaal that is not the printed total bovenlokaal over the budget
-- (C005). The budget is the one that was known when the share was printed; both figures stay as
-- printed.
with budget as (
    select * from {{ ref('int_budget_versie') }}
),

bovenlokaal as (
    select *
    from budget
    where onderdeel = 'bovenlokaal_totaal' and bovenlokaal_percentage is not null
),

totaal as (
    select *
    from budget
    where onderdeel = 'totaal'
),

vergeleken as (
    select
        bovenlokaal.gemeente_code,
        bovenlokaal.circulaire,
        bovenlokaal.jaar,
        bovenlokaal.publicatie_datum,
        totaal.circulaire as budget_circulaire,
        bovenlokaal.bovenlokaal_percentage,
        round(
            100.0 * bovenlokaal.bedrag_eurocent / nullif(totaal.bedrag_eurocent, 0), 2
        ) as berekend_percentage
    from bovenlokaal
    inner join totaal
        on
            bovenlokaal.gemeente_code is not distinct from totaal.gemeente_code
            and bovenlokaal.is_totaalrij = totaal.is_totaalrij
            and bovenlokaal.jaar = totaal.jaar
            and bovenlokaal.prijsbasis = totaal.prijsbasis
            and bovenlokaal.publicatie_datum >= totaal.publicatie_datum
    qualify
        row_number() over (
            partition by
                bovenlokaal.gemeente_code,
                bovenlokaal.is_totaalrij,
                bovenlokaal.jaar,
                bovenlokaal.circulaire
            order by totaal.publicatie_datum desc, totaal.circulaire asc
        ) = 1
),

afwijking as (
    select
        gemeente_code,
        circulaire,
        jaar,
        publicatie_datum,
        budget_circulaire,
        cast(cast(bovenlokaal_percentage as decimal(9, 1)) as varchar) as gedrukt,
        cast(cast(berekend_percentage as decimal(9, 2)) as varchar) as berekend
    from vergeleken
    where abs(bovenlokaal_percentage - berekend_percentage) > 0.05
)

select
    'C005' as regel_code,
    cast(null as varchar) as bericht,
    cast(null as varchar) as aanbieder_agb,
    gemeente_code,
    circulaire || ', jaar ' || jaar
    || ', gemeente ' || coalesce(gemeente_code, 'totaalrij')
    || ': gedrukt ' || replace(gedrukt, '.', ',')
    || ' procent, berekend ' || replace(berekend, '.', ',')
    || ' procent van het budget in ' || budget_circulaire as plaats,
    publicatie_datum as eerste_gezien
from afwijking
