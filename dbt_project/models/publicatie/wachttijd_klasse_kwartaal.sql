-- Grain: kwartaal, gemeente or region, klasse or total. Every need in the kwartaal in which the
-- wait began, and every restart in its own kwartaal: each in one klasse, none left out.
with wacht as (
    select * from {{ ref('fct_wachttijd') }}
),

herstart as (
    select * from {{ ref('fct_wacht_herstart') }}
),

klasse as (
    select * from {{ ref('wachttijd_klasse') }}
),

gebied as (
    select * from {{ ref('int_publicatie_gebied') }}
),

gebied_maand as (
    select * from {{ ref('int_publicatie_maand') }}
),

volledigheid as (
    select *
    from {{ ref('int_volledigheid_periode') }}
    where bron = 'ijw_begin'
),

peil as (
    select * from {{ ref('int_peildatum') }}
),

geval as (
    select
        gemeente_code,
        client_sleutel,
        klasse,
        {{ kwartaal('vanaf_datum') }} as kwartaal
    from wacht
    union all
    select
        gemeente_code,
        client_sleutel,
        klasse,
        kwartaal
    from herstart
),

geval_of_totaal as (
    select * from geval
    union all
    select
        gemeente_code,
        client_sleutel,
        'totaal' as klasse,
        kwartaal
    from geval
),

geteld as (
    select
        gebied.gebied_code,
        geval_of_totaal.klasse,
        geval_of_totaal.kwartaal,
        count(*) as aantal_gevallen,
        count(distinct geval_of_totaal.client_sleutel) as aantal_jeugdigen
    from geval_of_totaal
    inner join gebied on geval_of_totaal.gemeente_code = gebied.gemeente_code
    group by gebied.gebied_code, geval_of_totaal.klasse, geval_of_totaal.kwartaal
),

gebied_kwartaal as (
    select
        gebied_code,
        gebied_naam,
        {{ kwartaal('zorgmaand') }} as kwartaal,
        bool_or(is_zorggebruik_bekend) as is_bekend
    from gebied_maand
    group by gebied_code, gebied_naam, {{ kwartaal('zorgmaand') }}
),

klasse_of_totaal as (
    select
        klasse,
        klasse_naam,
        telt_mee
    from klasse
    union all
    select
        'totaal' as klasse,
        'Totaal' as klasse_naam,
        cast(null as boolean) as telt_mee
),

cijfer as (
    select
        gebied_kwartaal.kwartaal,
        gebied_kwartaal.gebied_code,
        gebied_kwartaal.gebied_naam,
        klasse_of_totaal.klasse,
        klasse_of_totaal.klasse_naam,
        klasse_of_totaal.telt_mee,
        klasse_of_totaal.klasse = 'totaal' as is_totaal,
        case when gebied_kwartaal.is_bekend then 'waarde' else 'ontbreekt' end as basis_status,
        coalesce(geteld.aantal_gevallen, 0) as aantal_gevallen,
        coalesce(geteld.aantal_jeugdigen, 0) as aantal_jeugdigen,
        volledigheid.volledigheid_percentage,
        peil.peildatum
    from gebied_kwartaal
    cross join klasse_of_totaal
    cross join peil
    left join geteld
        on
            gebied_kwartaal.gebied_code = geteld.gebied_code
            and gebied_kwartaal.kwartaal = geteld.kwartaal
            and klasse_of_totaal.klasse = geteld.klasse
    left join volledigheid
        on
            gebied_kwartaal.gebied_code = volledigheid.gebied_code
            and gebied_kwartaal.kwartaal = volledigheid.periode
),

-- wachttijd_definitie_kwartaal publishes how many count in the wait, so the klassen that do and
-- those that do not are two totals of their own, beside that of all.
met_tweede_cel as (
    select
        *,
        {{ gaat_mee_onderdrukt(
            'aantal_jeugdigen', ['kwartaal', 'gebied_code', 'is_totaal'], 'klasse'
        ) }} as gaat_mee_met_totaal,
        {{ gaat_mee_onderdrukt(
            'aantal_jeugdigen', ['kwartaal', 'gebied_code', 'telt_mee'], 'klasse'
        ) }} as gaat_mee_met_wachttijd,
        sum(case when not telt_mee then aantal_gevallen end) over (
            partition by kwartaal, gebied_code
        ) as gevallen_buiten_wachttijd
    from cijfer
)

select
    kwartaal,
    gebied_code as gemeente_code,
    gebied_naam as gemeente_naam,
    klasse,
    klasse_naam,
    telt_mee,
    {{ onderdruk(
        'aantal_gevallen',
        'bigint',
        [
            'aantal_gevallen',
            'aantal_jeugdigen',
            'case when is_totaal then gevallen_buiten_wachttijd end'
        ],
        'basis_status',
        mee='gaat_mee_met_totaal or gaat_mee_met_wachttijd'
    ) }},
    volledigheid_percentage,
    peildatum as stand_datum
from met_tweede_cel
