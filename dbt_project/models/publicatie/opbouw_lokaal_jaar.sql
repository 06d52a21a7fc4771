-- Grain: jaar, gemeente or region. Help above the local level as part of all help, in trajecten and
-- in cost, and the change since the jaar before. A change needs two whole years.
with traject as (
    select * from {{ ref('int_opbouw_traject') }}
),

kosten as (
    select * from {{ ref('int_opbouw_kosten') }}
),

verborgen as (
    select *
    from {{ ref('int_publicatie_kosten_verborgen') }}
    where zorgvorm_groep = 'totaal'
),

gebied_maand as (
    select * from {{ ref('int_publicatie_maand') }}
),

volledigheid as (
    select * from {{ ref('int_volledigheid_periode') }}
),

peil as (
    select * from {{ ref('int_peildatum') }}
),

gebied_jaar as (
    select
        gebied_code,
        gebied_naam,
        cast(extract(year from zorgmaand) as integer) as jaar,
        bool_or(is_zorggebruik_bekend) as is_bekend
    from gebied_maand
    group by gebied_code, gebied_naam, extract(year from zorgmaand)
),

cijfer as (
    select
        gebied_jaar.jaar,
        gebied_jaar.gebied_code,
        gebied_jaar.gebied_naam,
        make_date(gebied_jaar.jaar, 12, 31) <= peil.peildatum as is_voorbij,
        peil.peildatum,
        volledigheid.volledigheid_percentage,
        begin_bekend.volledigheid_percentage as volledigheid_begin_percentage,
        case when gebied_jaar.is_bekend then 'waarde' else 'ontbreekt' end as traject_status,
        case when kosten.jaar is not null then 'waarde' else 'ontbreekt' end as kosten_status,
        coalesce(traject.aantal_trajecten, 0) as aantal_trajecten,
        coalesce(traject.aantal_trajecten_bovenlokaal, 0) as aantal_trajecten_bovenlokaal,
        traject.jeugdigen as traject_jeugdigen,
        traject.jeugdigen_bovenlokaal as traject_jeugdigen_bovenlokaal,
        traject.jeugdigen_lokaal as traject_jeugdigen_lokaal,
        100.0 * traject.aantal_trajecten_bovenlokaal
        / nullif(traject.aantal_trajecten, 0) as trajecten_bovenlokaal_percentage,
        kosten.kosten_eurocent / 100.0 as kosten_euro,
        kosten.kosten_bovenlokaal_eurocent / 100.0 as kosten_bovenlokaal_euro,
        least(kosten.jeugdigen, verborgen.aantal_jeugdigen) as kosten_jeugdigen,
        kosten.jeugdigen_bovenlokaal as kosten_jeugdigen_bovenlokaal,
        least(kosten.jeugdigen_lokaal, verborgen.aantal_jeugdigen) as kosten_jeugdigen_lokaal,
        100.0 * kosten.kosten_bovenlokaal_eurocent
        / nullif(kosten.kosten_eurocent, 0) as kosten_bovenlokaal_percentage
    from gebied_jaar
    cross join peil
    left join traject
        on
            gebied_jaar.gebied_code = traject.gebied_code
            and gebied_jaar.jaar = traject.jaar
    left join kosten
        on
            gebied_jaar.gebied_code = kosten.gebied_code
            and gebied_jaar.jaar = kosten.jaar
    left join verborgen
        on
            gebied_jaar.gebied_code = verborgen.gebied_code
            and cast(gebied_jaar.jaar as varchar) = verborgen.periode
    left join volledigheid
        on
            gebied_jaar.gebied_code = volledigheid.gebied_code
            and cast(gebied_jaar.jaar as varchar) = volledigheid.periode
            and volledigheid.bron = 'ijw'
    left join volledigheid as begin_bekend
        on
            gebied_jaar.gebied_code = begin_bekend.gebied_code
            and cast(gebied_jaar.jaar as varchar) = begin_bekend.periode
            and begin_bekend.bron = 'ijw_begin'
),

met_vorig as (
    select
        *,
        trajecten_bovenlokaal_percentage - lag(trajecten_bovenlokaal_percentage) over op_jaar
            as trajecten_verandering_procentpunt,
        lag(traject_jeugdigen_bovenlokaal) over op_jaar as vorig_traject_bovenlokaal,
        lag(traject_jeugdigen_lokaal) over op_jaar as vorig_traject_lokaal,
        kosten_bovenlokaal_percentage - lag(kosten_bovenlokaal_percentage) over op_jaar
            as kosten_verandering_procentpunt,
        lag(kosten_jeugdigen_bovenlokaal) over op_jaar as vorig_kosten_bovenlokaal,
        lag(kosten_jeugdigen_lokaal) over op_jaar as vorig_kosten_lokaal,
        lag(traject_status) over op_jaar as vorige_traject_status,
        lag(kosten_status) over op_jaar as vorige_kosten_status
    from cijfer
    window op_jaar as (partition by gebied_code order by jaar)
),

met_status as (
    select
        *,
        case
            when not is_voorbij or vorige_traject_status is null then 'nvt'
            when vorige_traject_status = 'ontbreekt' then 'ontbreekt'
            else traject_status
        end as traject_verandering_status,
        case
            when not is_voorbij or vorige_kosten_status is null then 'nvt'
            when vorige_kosten_status = 'ontbreekt' then 'ontbreekt'
            else kosten_status
        end as kosten_verandering_status
    from met_vorig
)

{%- set traject_delen = ['traject_jeugdigen_bovenlokaal', 'traject_jeugdigen_lokaal'] %}
{%- set kosten_delen = ['kosten_jeugdigen_bovenlokaal', 'kosten_jeugdigen_lokaal'] %}
{%- set vorig_traject = ['vorig_traject_bovenlokaal', 'vorig_traject_lokaal'] %}
{%- set vorig_kosten = ['vorig_kosten_bovenlokaal', 'vorig_kosten_lokaal'] %}

select
    jaar,
    gebied_code as gemeente_code,
    gebied_naam as gemeente_naam,
    {{ onderdruk('aantal_trajecten', 'bigint', ['traject_jeugdigen'], 'traject_status') }},
    {{ onderdruk('aantal_trajecten_bovenlokaal', 'bigint', traject_delen, 'traject_status') }},
    {{ onderdruk(
        'trajecten_bovenlokaal_percentage', 'decimal(9, 1)', traject_delen, 'traject_status'
    ) }},
    {{ onderdruk(
        'trajecten_verandering_procentpunt', 'decimal(9, 1)', traject_delen + vorig_traject,
        'traject_verandering_status'
    ) }},
    {{ onderdruk('kosten_euro', 'decimal(14, 2)', ['kosten_jeugdigen'], 'kosten_status') }},
    {{ onderdruk('kosten_bovenlokaal_euro', 'decimal(14, 2)', kosten_delen, 'kosten_status') }},
    {{ onderdruk(
        'kosten_bovenlokaal_percentage', 'decimal(9, 1)', kosten_delen, 'kosten_status'
    ) }},
    {{ onderdruk(
        'kosten_verandering_procentpunt', 'decimal(9, 1)', kosten_delen + vorig_kosten,
        'kosten_verandering_status'
    ) }},
    volledigheid_percentage,
    volledigheid_begin_percentage,
    peildatum as stand_datum
from met_status
