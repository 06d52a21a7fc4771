-- Grain: halfjaar or jaar that is over, gemeente or region, BIJ hulpvorm, group of them or total.
with telling as (
    select * from {{ ref('int_bij_telling') }}
),

gebied_periode as (
    select * from {{ ref('int_bij_gebied') }}
),

hulpvorm as (
    select * from {{ ref('int_bij_hulpvorm') }}
),

benchmark as (
    select * from {{ ref('int_bij_benchmark') }}
),

verschil as (
    select * from {{ ref('bij_verschil') }}
),

onderdrukking as (
    select * from {{ ref('int_bij_onderdrukking') }}
),

peil as (
    select * from {{ ref('int_peildatum') }}
),

getoonde_hulpvorm as (
    select distinct
        hulpvorm,
        hulpvorm_naam,
        is_groep,
        volgorde
    from hulpvorm
),

toelichting as (
    select
        gebied_periode.gebied_code,
        gebied_periode.periode,
        string_agg(verschil.uitleg, ' ' order by verschil.volgorde asc) as verschil_toelichting
    from gebied_periode
    inner join verschil on {{ geldt_op('gebied_periode.eind_datum', 'verschil') }}
    group by gebied_periode.gebied_code, gebied_periode.periode
),

cijfer as (
    select
        gebied_periode.periode,
        gebied_periode.periode_soort,
        gebied_periode.gebied_code,
        gebied_periode.gebied_naam,
        gebied_periode.terugkijk_maanden,
        gebied_periode.volledigheid_percentage,
        getoonde_hulpvorm.hulpvorm,
        getoonde_hulpvorm.hulpvorm_naam,
        getoonde_hulpvorm.volgorde,
        case when gebied_periode.is_bekend then 'waarde' else 'ontbreekt' end as basis_status,
        case
            when gebied_periode.periode_soort = 'jaar' then 'nvt'
            when gebied_periode.is_bekend then 'waarde'
            else 'ontbreekt'
        end as peildatum_status,
        -- before the first month nothing is known: who began in the first periode cannot be told
        case
            when gebied_periode.is_bekend and gebied_periode.terugkijk_maanden > 0 then 'waarde'
            else 'ontbreekt'
        end as begonnen_status,
        case
            when not getoonde_hulpvorm.is_groep then 'nvt'
            when gebied_periode.is_bekend and gebied_periode.terugkijk_maanden > 0 then 'waarde'
            else 'ontbreekt'
        end as herkomst_status,
        coalesce(onderdrukking.is_onderdrukt, false) as is_onderdrukt,
        coalesce(
            onderdrukking.is_onderdrukt or onderdrukking.is_herkomst_onderdrukt, false
        ) as is_herkomst_onderdrukt,
        coalesce(
            onderdrukking.is_onderdrukt or onderdrukking.is_crisis_onderdrukt, false
        ) as is_crisis_onderdrukt,
        if(
            gebied_periode.is_bekend and gebied_periode.bevolking_0_17 > 0, 'waarde', 'ontbreekt'
        ) as status_0_17,
        if(
            gebied_periode.is_bekend and gebied_periode.bevolking_0_22 > 0, 'waarde', 'ontbreekt'
        ) as status_0_22,
        case
            when getoonde_hulpvorm.hulpvorm != 'totaal' then 'nvt'
            when benchmark.cbs_percentage is null then 'ontbreekt'
            else 'waarde'
        end as cbs_status,
        coalesce(telling.aantal_jongeren, 0) as aantal_jongeren,
        coalesce(telling.aantal_trajecten, 0) as aantal_trajecten,
        coalesce(telling.aantal_begonnen, 0) as aantal_begonnen,
        coalesce(telling.aantal_nieuw, 0) as aantal_nieuw,
        coalesce(telling.aantal_herhaald, 0) as aantal_herhaald,
        coalesce(telling.aantal_aansluitend, 0) as aantal_aansluitend,
        coalesce(telling.aantal_begonnen_met_crisis, 0) as aantal_begonnen_met_crisis,
        coalesce(telling.aantal_beeindigd, 0) as aantal_beeindigd,
        telling.gemiddelde_duur_dagen,
        coalesce(telling.aantal_trajecten_peildatum, 0) as aantal_trajecten_peildatum,
        coalesce(telling.aantal_jongeren_peildatum, 0) as aantal_jongeren_peildatum,
        100.0
        * coalesce(telling.aantal_jongeren, 0)
        / nullif(gebied_periode.bevolking_0_17, 0) as jeugdhulp_0_17_percentage,
        100.0
        * coalesce(telling.aantal_jongeren, 0)
        / nullif(gebied_periode.bevolking_0_22, 0) as jeugdhulp_0_22_percentage,
        benchmark.cbs_percentage,
        case
            when benchmark.cbs_percentage is not null then toelichting.verschil_toelichting
        end as verschil_toelichting
    from gebied_periode
    cross join getoonde_hulpvorm
    left join telling
        on
            gebied_periode.gebied_code = telling.gebied_code
            and gebied_periode.periode = telling.periode
            and getoonde_hulpvorm.hulpvorm = telling.hulpvorm
    left join onderdrukking
        on
            gebied_periode.gebied_code = onderdrukking.gebied_code
            and getoonde_hulpvorm.hulpvorm = onderdrukking.hulpvorm
            and extract(year from gebied_periode.begin_datum) = onderdrukking.jaar
    left join benchmark
        on
            gebied_periode.periode = benchmark.periode
            and getoonde_hulpvorm.hulpvorm = benchmark.hulpvorm
            and (
                gebied_periode.gebied_code = benchmark.gemeente_code
                or gebied_periode.gebied_naam = benchmark.gebied
            )
    left join toelichting
        on
            gebied_periode.gebied_code = toelichting.gebied_code
            and gebied_periode.periode = toelichting.periode
),

met_verschil as (
    select
        *,
        jeugdhulp_0_17_percentage - cbs_percentage as verschil_procentpunt,
        case
            when cbs_status = 'waarde' then status_0_17 else cbs_status
        end as verschil_status
    from cijfer
)

select
    met_verschil.periode,
    met_verschil.periode_soort,
    met_verschil.gebied_code as gemeente_code,
    met_verschil.gebied_naam as gemeente_naam,
    met_verschil.hulpvorm,
    met_verschil.hulpvorm_naam,
    met_verschil.volgorde,
    {{ onderdruk('aantal_jongeren', 'bigint', ['aantal_jongeren'], 'basis_status') }},
    {{ onderdruk(
        'jeugdhulp_0_17_percentage', 'decimal(5, 1)', ['aantal_jongeren'], 'status_0_17'
    ) }},
    {{ onderdruk(
        'jeugdhulp_0_22_percentage', 'decimal(5, 1)', ['aantal_jongeren'], 'status_0_22'
    ) }},
    {{ onderdruk('cbs_percentage', 'decimal(5, 1)', [], 'cbs_status') }},
    {{ onderdruk(
        'verschil_procentpunt', 'decimal(5, 1)', ['aantal_jongeren'], 'verschil_status'
    ) }},
    met_verschil.verschil_toelichting,
    {{ onderdruk('aantal_trajecten', 'bigint', [], 'basis_status', 'is_onderdrukt') }},
    {{ onderdruk('aantal_begonnen', 'bigint', [], 'begonnen_status', 'is_onderdrukt') }},
    {{ onderdruk('aantal_nieuw', 'bigint', [], 'herkomst_status', 'is_herkomst_onderdrukt') }},
    {{ onderdruk('aantal_herhaald', 'bigint', [], 'herkomst_status', 'is_herkomst_onderdrukt') }},
    {{ onderdruk(
        'aantal_aansluitend', 'bigint', [], 'herkomst_status', 'is_herkomst_onderdrukt'
    ) }},
    met_verschil.terugkijk_maanden,
    {{ onderdruk(
        'aantal_begonnen_met_crisis', 'bigint', [], 'herkomst_status', 'is_crisis_onderdrukt'
    ) }},
    {{ onderdruk('aantal_beeindigd', 'bigint', [], 'basis_status', 'is_onderdrukt') }},
    {{ onderdruk('gemiddelde_duur_dagen', 'decimal(9, 1)', [], 'basis_status', 'is_onderdrukt') }},
    {{ onderdruk(
        'aantal_trajecten_peildatum', 'bigint', [], 'peildatum_status', 'is_onderdrukt'
    ) }},
    {{ onderdruk(
        'aantal_jongeren_peildatum',
        'bigint',
        ['aantal_jongeren_peildatum', 'aantal_jongeren - aantal_jongeren_peildatum'],
        'peildatum_status',
        'is_onderdrukt'
    ) }},
    met_verschil.volledigheid_percentage,
    peil.peildatum as stand_datum
from met_verschil
cross join peil
