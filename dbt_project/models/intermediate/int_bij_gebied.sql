-- Grain: published area, halfjaar or jaar that is over. What the tables that lie beside CBS need to
-- know of it.
with periode as (
    select * from {{ ref('int_bij_periode') }}
),

gebied_maand as (
    select * from {{ ref('int_publicatie_maand') }}
),

bevolking as (
    select * from {{ ref('int_bevolking_leeftijd') }}
),

volledigheid as (
    select * from {{ ref('int_volledigheid_begin') }}
),

gebied as (
    select * from {{ ref('int_publicatie_gebied') }}
),

eerste_maand as (
    select
        gebied_code,
        min(zorgmaand) as zorgmaand
    from gebied_maand
    where is_zorggebruik_bekend
    group by gebied_code
),

gebied_periode as (
    select
        gebied_maand.gebied_code,
        gebied_maand.gebied_naam,
        periode.periode,
        periode.periode_soort,
        periode.begin_datum,
        periode.eind_datum,
        bool_or(gebied_maand.is_zorggebruik_bekend) as is_bekend
    from gebied_maand
    inner join periode
        on
            gebied_maand.zorgmaand >= periode.begin_datum
            and gebied_maand.zorgmaand <= periode.eind_datum
    group by
        gebied_maand.gebied_code,
        gebied_maand.gebied_naam,
        periode.periode,
        periode.periode_soort,
        periode.begin_datum,
        periode.eind_datum
),

compleet as (
    select
        gebied.gebied_code,
        periode.periode,
        cast(
            100.0 * sum(volledigheid.ontvangen) / sum(volledigheid.verwacht) as decimal(5, 1)
        ) as volledigheid_percentage
    from volledigheid
    inner join gebied on volledigheid.gemeente_code = gebied.gemeente_code
    inner join periode
        on
            volledigheid.zorgmaand >= periode.begin_datum
            and volledigheid.zorgmaand <= periode.eind_datum
    group by gebied.gebied_code, periode.periode
)

select
    gebied_periode.gebied_code,
    gebied_periode.gebied_naam,
    gebied_periode.periode,
    gebied_periode.periode_soort,
    gebied_periode.begin_datum,
    gebied_periode.eind_datum,
    gebied_periode.is_bekend,
    cast(
        greatest(
            least(
                coalesce(
                    date_diff('month', eerste_maand.zorgmaand, gebied_periode.begin_datum), 0
                ),
                60
            ),
            0
        ) as integer
    ) as terugkijk_maanden,
    bevolking_0_17.aantal as bevolking_0_17,
    bevolking_0_22.aantal as bevolking_0_22,
    compleet.volledigheid_percentage
from gebied_periode
left join eerste_maand on gebied_periode.gebied_code = eerste_maand.gebied_code
left join bevolking as bevolking_0_17
    on
        gebied_periode.gebied_code = bevolking_0_17.gebied_code
        and extract(year from gebied_periode.begin_datum) = bevolking_0_17.jaar
        and bevolking_0_17.leeftijd_van = 0
        and bevolking_0_17.leeftijd_tot = 17
left join bevolking as bevolking_0_22
    on
        gebied_periode.gebied_code = bevolking_0_22.gebied_code
        and extract(year from gebied_periode.begin_datum) = bevolking_0_22.jaar
        and bevolking_0_22.leeftijd_van = 0
        and bevolking_0_22.leeftijd_tot = 22
left join compleet
    on
        gebied_periode.gebied_code = compleet.gebied_code
        and gebied_periode.periode = compleet.periode
