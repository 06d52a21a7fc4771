-- Grain: gemeente or region, months back (or all together). How the earlier estimates did. A mean
-- over stands of which one is withheld would tell about that one.
with toets as (
    select *
    from {{ ref('raming_toets') }}
    where geraamd_euro_status = 'waarde'
),

cijfer as (
    select
        gemeente_code,
        gemeente_naam,
        maanden_terug,
        interval_percentage,
        stand_datum,
        count(*) as standen,
        avg(binnen_marge_percentage) as binnen_marge_percentage,
        avg(afwijking_percentage) as gemiddelde_afwijking_percentage,
        avg(abs(afwijking_percentage)) as gemiddelde_fout_percentage,
        bool_or(afwijking_percentage_status = 'onderdrukt') as heeft_verborgen
    from toets
    group by gemeente_code, gemeente_naam, maanden_terug, interval_percentage, stand_datum
)

select
    cijfer.gemeente_code,
    cijfer.gemeente_naam,
    cijfer.maanden_terug,
    {{ onderdruk('standen', 'bigint') }},
    {{ onderdruk('binnen_marge_percentage', 'decimal(5, 1)') }},
    {{ onderdruk('gemiddelde_afwijking_percentage', 'decimal(7, 1)', mee='heeft_verborgen') }},
    {{ onderdruk('gemiddelde_fout_percentage', 'decimal(7, 1)', mee='heeft_verborgen') }},
    cijfer.interval_percentage,
    cijfer.stand_datum
from cijfer
