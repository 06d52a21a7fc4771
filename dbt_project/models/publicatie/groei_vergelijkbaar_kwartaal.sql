-- Grain: kwartaal, comparison, gemeente or region. Growth as it is in the figures, beside growth
-- among the aanbieders that delivered in both kwartalen.
with zorggebruik as (
    select * from {{ ref('fct_zorggebruik') }}
),

kosten as (
    select * from {{ ref('fct_kosten') }}
),

raming as (
    select * from {{ ref('fct_nog_te_verwachten') }}
),

paneel as (
    select * from {{ ref('int_groei_paneel') }}
),

verborgen as (
    select *
    from {{ ref('int_publicatie_kosten_verborgen') }}
    where zorgvorm_groep = 'totaal'
),

kosten_telling as (
    select *
    from {{ ref('int_publicatie_kosten_telling') }}
    where zorgvorm_groep = 'totaal'
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
    where bron = 'ijw'
),

begin_bekend as (
    select *
    from {{ ref('int_volledigheid_periode') }}
    where bron = 'ijw_begin'
),

peil as (
    select * from {{ ref('int_peildatum') }}
),

per_gemeente as (
    select distinct
        gemeente_code,
        {{ kwartaal('zorgmaand') }} as kwartaal,
        aanbieder_agb,
        client_sleutel
    from zorggebruik
),

gebruik as (
    select distinct
        gebied.gebied_code,
        per_gemeente.kwartaal,
        per_gemeente.aanbieder_agb,
        per_gemeente.client_sleutel
    from per_gemeente
    inner join gebied on per_gemeente.gemeente_code = gebied.gemeente_code
),

per_jeugdige as (
    select
        gebied_code,
        kwartaal,
        client_sleutel,
        list(aanbieder_agb order by aanbieder_agb asc) as aanbieders
    from gebruik
    group by gebied_code, kwartaal, client_sleutel
),

-- jeugdigen with the same aanbieders are comparable together
per_aanbieders as (
    select
        gebied_code,
        kwartaal,
        aanbieders,
        count(*) as aantal_jeugdigen
    from per_jeugdige
    group by gebied_code, kwartaal, aanbieders
),

per_aanbieder as (
    select
        gebied_code,
        kwartaal,
        aanbieders,
        aantal_jeugdigen,
        unnest(aanbieders) as aanbieder_agb
    from per_aanbieders
),

bedrag as (
    select
        gemeente_code,
        aanbieder_agb,
        zorgmaand,
        toegekend_eurocent + in_behandeling_eurocent as eurocent
    from kosten
    where verwijzer_groep != 'nvt'
    union all
    select
        gemeente_code,
        aanbieder_agb,
        zorgmaand,
        nog_te_verwachten_eurocent as eurocent
    from raming
),

bedrag_kwartaal as (
    select
        gebied.gebied_code,
        {{ kwartaal('bedrag.zorgmaand') }} as kwartaal,
        bedrag.aanbieder_agb,
        sum(bedrag.eurocent) as eurocent
    from bedrag
    inner join gebied on bedrag.gemeente_code = gebied.gemeente_code
    group by gebied.gebied_code, {{ kwartaal('bedrag.zorgmaand') }}, bedrag.aanbieder_agb
),

vergelijking as (
    select distinct
        kwartaal,
        vergelijking,
        eerder_kwartaal
    from paneel
),

jeugdige_in_paneel as (
    select
        vergelijking.kwartaal,
        vergelijking.vergelijking,
        per_aanbieder.gebied_code,
        per_aanbieder.kwartaal = vergelijking.kwartaal as is_nu,
        per_aanbieder.aanbieders,
        per_aanbieder.aantal_jeugdigen,
        bool_or(coalesce(paneel.is_vergelijkbaar, false)) as is_vergelijkbaar
    from vergelijking
    inner join per_aanbieder
        on per_aanbieder.kwartaal in (vergelijking.kwartaal, vergelijking.eerder_kwartaal)
    left join paneel
        on
            vergelijking.kwartaal = paneel.kwartaal
            and vergelijking.vergelijking = paneel.vergelijking
            and per_aanbieder.aanbieder_agb = paneel.aanbieder_agb
    group by
        vergelijking.kwartaal,
        vergelijking.vergelijking,
        per_aanbieder.gebied_code,
        per_aanbieder.kwartaal,
        per_aanbieder.aanbieders,
        per_aanbieder.aantal_jeugdigen
),

bedrag_in_paneel as (
    select
        vergelijking.kwartaal,
        vergelijking.vergelijking,
        bedrag_kwartaal.gebied_code,
        bedrag_kwartaal.kwartaal = vergelijking.kwartaal as is_nu,
        bedrag_kwartaal.eurocent,
        coalesce(paneel.is_vergelijkbaar, false) as is_vergelijkbaar
    from vergelijking
    inner join bedrag_kwartaal
        on bedrag_kwartaal.kwartaal in (vergelijking.kwartaal, vergelijking.eerder_kwartaal)
    left join paneel
        on
            vergelijking.kwartaal = paneel.kwartaal
            and vergelijking.vergelijking = paneel.vergelijking
            and bedrag_kwartaal.aanbieder_agb = paneel.aanbieder_agb
),

in_paneel as (
    select
        kwartaal,
        vergelijking,
        gebied_code,
        is_nu,
        is_vergelijkbaar,
        aantal_jeugdigen,
        0 as eurocent
    from jeugdige_in_paneel
    union all
    select
        kwartaal,
        vergelijking,
        gebied_code,
        is_nu,
        is_vergelijkbaar,
        0 as aantal_jeugdigen,
        eurocent
    from bedrag_in_paneel
),

telling as (
    select
        kwartaal,
        vergelijking,
        gebied_code,
        cast(sum(case when is_nu then aantal_jeugdigen else 0 end) as bigint) as alle_nu,
        cast(sum(case when is_nu then 0 else aantal_jeugdigen end) as bigint) as alle_eerder,
        cast(
            sum(case when is_nu and is_vergelijkbaar then aantal_jeugdigen else 0 end) as bigint
        ) as zelfde_nu,
        cast(
            sum(case when not is_nu and is_vergelijkbaar then aantal_jeugdigen else 0 end)
            as bigint
        ) as zelfde_eerder,
        sum(eurocent) filter (where is_nu) as alle_nu_eurocent,
        sum(eurocent) filter (where not is_nu) as alle_eerder_eurocent,
        sum(eurocent) filter (where is_nu and is_vergelijkbaar) as zelfde_nu_eurocent,
        sum(eurocent) filter (where not is_nu and is_vergelijkbaar) as zelfde_eerder_eurocent
    from in_paneel
    group by kwartaal, vergelijking, gebied_code
),

bekend as (
    select
        gebied_code,
        gebied_naam,
        {{ kwartaal('zorgmaand') }} as kwartaal,
        bool_or(is_zorggebruik_bekend) as is_bekend
    from gebied_maand
    group by gebied_code, gebied_naam, {{ kwartaal('zorgmaand') }}
),

cijfer as (
    select
        vergelijking.kwartaal,
        vergelijking.vergelijking,
        vergelijking.eerder_kwartaal,
        bekend.gebied_code,
        bekend.gebied_naam,
        case
            when bekend.is_bekend and eerder.is_bekend then 'waarde' else 'ontbreekt'
        end as basis_status,
        coalesce(telling.alle_nu, 0) as aantal_jeugdigen,
        coalesce(telling.alle_eerder, 0) as aantal_jeugdigen_eerder,
        coalesce(telling.zelfde_nu, 0) as aantal_jeugdigen_vergelijkbaar,
        coalesce(telling.zelfde_eerder, 0) as aantal_jeugdigen_vergelijkbaar_eerder,
        -- growth gives a withheld cost of one of the two kwartalen from the other
        least(nu_kosten.aantal_met_kosten, nu_verborgen.aantal_jeugdigen) as kosten_jeugdigen,
        least(toen_kosten.aantal_met_kosten, toen_verborgen.aantal_jeugdigen)
            as kosten_jeugdigen_eerder,
        coalesce(telling.alle_nu - telling.zelfde_nu, 0) as buiten_nu,
        coalesce(telling.alle_eerder - telling.zelfde_eerder, 0) as buiten_eerder,
        100.0 * (telling.alle_nu - telling.alle_eerder) / nullif(telling.alle_eerder, 0)
            as groei_jeugdigen_percentage,
        100.0 * (telling.zelfde_nu - telling.zelfde_eerder) / nullif(telling.zelfde_eerder, 0)
            as groei_jeugdigen_vergelijkbaar_percentage,
        100.0
        * (telling.alle_nu_eurocent - telling.alle_eerder_eurocent)
        / nullif(telling.alle_eerder_eurocent, 0) as groei_kosten_percentage,
        100.0
        * (telling.zelfde_nu_eurocent - telling.zelfde_eerder_eurocent)
        / nullif(telling.zelfde_eerder_eurocent, 0) as groei_kosten_vergelijkbaar_percentage,
        volledigheid.volledigheid_percentage,
        begin_bekend.volledigheid_percentage as volledigheid_begin_percentage
    from vergelijking
    inner join bekend on vergelijking.kwartaal = bekend.kwartaal
    inner join bekend as eerder
        on
            vergelijking.eerder_kwartaal = eerder.kwartaal
            and bekend.gebied_code = eerder.gebied_code
    left join telling
        on
            vergelijking.kwartaal = telling.kwartaal
            and vergelijking.vergelijking = telling.vergelijking
            and bekend.gebied_code = telling.gebied_code
    left join kosten_telling as nu_kosten
        on
            bekend.gebied_code = nu_kosten.gebied_code
            and vergelijking.kwartaal = nu_kosten.kwartaal
    left join kosten_telling as toen_kosten
        on
            bekend.gebied_code = toen_kosten.gebied_code
            and vergelijking.eerder_kwartaal = toen_kosten.kwartaal
    left join verborgen as nu_verborgen
        on
            bekend.gebied_code = nu_verborgen.gebied_code
            and vergelijking.kwartaal = nu_verborgen.periode
    left join verborgen as toen_verborgen
        on
            bekend.gebied_code = toen_verborgen.gebied_code
            and vergelijking.eerder_kwartaal = toen_verborgen.periode
    left join volledigheid
        on
            bekend.gebied_code = volledigheid.gebied_code
            and vergelijking.kwartaal = volledigheid.periode
    left join begin_bekend
        on
            bekend.gebied_code = begin_bekend.gebied_code
            and vergelijking.kwartaal = begin_bekend.periode
)

{% set met_kosten = ['kosten_jeugdigen', 'kosten_jeugdigen_eerder'] -%}
{% set alle = ['aantal_jeugdigen', 'aantal_jeugdigen_eerder'] -%}
{% set zelfde = [
    'aantal_jeugdigen', 'aantal_jeugdigen_eerder', 'aantal_jeugdigen_vergelijkbaar',
    'aantal_jeugdigen_vergelijkbaar_eerder', 'buiten_nu', 'buiten_eerder'
] -%}
select
    cijfer.kwartaal,
    cijfer.vergelijking,
    cijfer.eerder_kwartaal,
    cijfer.gebied_code as gemeente_code,
    cijfer.gebied_naam as gemeente_naam,
    {{ onderdruk('aantal_jeugdigen', 'bigint', ['aantal_jeugdigen'], 'basis_status') }},
    {{ onderdruk(
        'aantal_jeugdigen_eerder', 'bigint', ['aantal_jeugdigen_eerder'], 'basis_status'
    ) }},
    {{ onderdruk('groei_jeugdigen_percentage', 'decimal(7, 1)', alle, 'basis_status') }},
    {{ onderdruk('aantal_jeugdigen_vergelijkbaar', 'bigint', zelfde, 'basis_status') }},
    {{ onderdruk('aantal_jeugdigen_vergelijkbaar_eerder', 'bigint', zelfde, 'basis_status') }},
    {{ onderdruk(
        'groei_jeugdigen_vergelijkbaar_percentage', 'decimal(7, 1)', zelfde, 'basis_status'
    ) }},
    {{ onderdruk(
        'groei_kosten_percentage', 'decimal(7, 1)', alle + met_kosten, 'basis_status'
    ) }},
    {{ onderdruk(
        'groei_kosten_vergelijkbaar_percentage',
        'decimal(7, 1)',
        zelfde + met_kosten,
        'basis_status'
    ) }},
    cijfer.volledigheid_percentage,
    cijfer.volledigheid_begin_percentage,
    peil.peildatum as stand_datum
from cijfer
cross join peil
