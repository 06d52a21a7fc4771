-- Grain: published area, published hulpvorm, calendar year. Trajecten of a halfjaar, of its year and
-- of the end of a halfjaar follow from each other by adding up, so they are withheld together, and
-- with them the next smallest hulpvorm when a total would give a small one away.
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
)

select
    gebied_code,
    hulpvorm,
    jaar,
    is_klein or (aantal_kleine = 1 and rangnummer = 2) as is_onderdrukt,
    bool_or(is_herkomst_klein) over deling as is_herkomst_onderdrukt,
    bool_or(is_crisis_klein) over deling as is_crisis_onderdrukt
from gerangschikt
window deling as (partition by gebied_code, jaar, deling)
