-- Grain: published area, published hulpvorm, calendar year. Trajecten of a halfjaar, of its year
-- and of the end of a halfjaar follow from each other by adding up, so they are withheld together,
-- and the next smallest hulpvorm with them when a total would give a small one away.
with telling as (
    select * from {{ ref('int_bij_telling') }}
),

periode as (
    select * from {{ ref('int_bij_periode') }}
),

hulpvorm as (
    select * from {{ ref('int_bij_hulpvorm') }}
),

kenmerk as (
    select distinct
        hulpvorm.hulpvorm,
        case
            when hulpvorm.hulpvorm = 'totaal' then 'totaal'
            when hulpvorm.is_groep then 'groep'
            else groep.hulpvorm
        end as deling
    from hulpvorm
    inner join hulpvorm as groep on hulpvorm.bij_hulpvorm_code = groep.bij_hulpvorm_code
    where groep.is_groep and groep.hulpvorm != 'totaal'
),

per_jaar as (
    select
        telling.gebied_code,
        telling.hulpvorm,
        kenmerk.deling,
        cast(extract(year from periode.begin_datum) as integer) as jaar,
        max(telling.aantal_trajecten) as aantal_trajecten,
        bool_or(
            {{ is_klein([
                'telling.aantal_jongeren',
                'telling.aantal_trajecten',
                'telling.aantal_begonnen',
                'telling.begonnen_jongeren',
                'telling.aantal_beeindigd',
                'telling.beeindigde_jongeren',
                'telling.aantal_trajecten_peildatum',
                'telling.aantal_jongeren_peildatum'
            ]) }}
        ) as is_klein,
        bool_or(
            {{ is_klein([
                'telling.aantal_nieuw',
                'telling.aantal_herhaald',
                'telling.aantal_aansluitend'
            ]) }}
        ) as is_herkomst_klein,
        bool_or(
            {{ is_klein([
                'telling.aantal_begonnen_met_crisis',
                'telling.aantal_begonnen - telling.aantal_begonnen_met_crisis'
            ]) }}
        ) as is_crisis_klein
    from telling
    inner join periode on telling.periode = periode.periode
    inner join kenmerk on telling.hulpvorm = kenmerk.hulpvorm
    group by
        telling.gebied_code,
        telling.hulpvorm,
        kenmerk.deling,
        extract(year from periode.begin_datum)
),

gerangschikt as (
    select
        *,
        count_if(is_klein) over deling as aantal_kleine,
        row_number() over (
            partition by gebied_code, jaar, deling
            order by is_klein desc, aantal_trajecten asc, hulpvorm asc
        ) as rangnummer
    from per_jaar
    window deling as (partition by gebied_code, jaar, deling)
),

eerste_keuze as (
    select
        *,
        is_klein or (aantal_kleine = 1 and rangnummer = 2) as is_gekozen
    from gerangschikt
),

-- what is withheld may not add up to a small number in any of the periods either
rest as (
    select
        eerste_keuze.gebied_code,
        eerste_keuze.deling,
        eerste_keuze.jaar,
        telling.periode,
        {{ is_klein([
            'sum(telling.aantal_trajecten)',
            'sum(telling.aantal_begonnen)',
            'sum(telling.aantal_beeindigd)'
        ]) }} as is_klein
    from eerste_keuze
    inner join periode on eerste_keuze.jaar = extract(year from periode.begin_datum)
    inner join telling
        on
            eerste_keuze.gebied_code = telling.gebied_code
            and eerste_keuze.hulpvorm = telling.hulpvorm
            and periode.periode = telling.periode
    where eerste_keuze.is_gekozen
    group by
        eerste_keuze.gebied_code, eerste_keuze.deling, eerste_keuze.jaar, telling.periode
),

rest_per_jaar as (
    select
        gebied_code,
        deling,
        jaar,
        bool_or(is_klein) as is_klein
    from rest
    group by gebied_code, deling, jaar
)

select
    eerste_keuze.gebied_code,
    eerste_keuze.hulpvorm,
    eerste_keuze.jaar,
    eerste_keuze.is_gekozen or coalesce(rest_per_jaar.is_klein, false) as is_onderdrukt,
    bool_or(eerste_keuze.is_herkomst_klein) over deling as is_herkomst_onderdrukt,
    bool_or(eerste_keuze.is_crisis_klein) over deling as is_crisis_onderdrukt
from eerste_keuze
left join rest_per_jaar
    on
        eerste_keuze.gebied_code = rest_per_jaar.gebied_code
        and eerste_keuze.deling = rest_per_jaar.deling
        and eerste_keuze.jaar = rest_per_jaar.jaar
window deling as (
    partition by eerste_keuze.gebied_code, eerste_keuze.jaar, eerste_keuze.deling
)
