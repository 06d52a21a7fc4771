-- Grain: kwartaal, published area, kind of stay, group of kinds or total. Running stay is counted
-- in youths on the last day of the kwartaal, or on the peildatum when that comes first.
with episode as (
    select * from {{ ref('fct_uithuisplaatsing') }}
),

periode as (
    select * from {{ ref('int_publicatie_verblijf_periode') }}
),

groep as (
    select * from {{ ref('int_publicatie_verblijf') }}
),

gebied as (
    select * from {{ ref('int_publicatie_gebied') }}
),

kwartaal as (
    select * from {{ ref('int_publicatie_kwartaal') }}
),

gepubliceerde_groep as (
    select distinct verblijf
    from groep
),

periode_gebied as (
    select
        gebied.gebied_code,
        periode.*
    from periode
    inner join gebied on periode.gemeente_code = gebied.gemeente_code
),

begonnen as (
    select
        gebied_code,
        {{ kwartaal('start_datum') }} as kwartaal,
        verblijf,
        count(*) as aantal_begonnen,
        count(distinct client_sleutel) as begonnen_jeugdigen
    from periode_gebied
    group by gebied_code, {{ kwartaal('start_datum') }}, verblijf
),

beeindigd as (
    select
        gebied_code,
        {{ kwartaal('eind_datum') }} as kwartaal,
        verblijf,
        count(*) as aantal_beeindigd,
        count(distinct client_sleutel) as beeindigde_jeugdigen,
        quantile_cont(eind_datum - start_datum + 1, 0.5) as mediaan_duur_dagen
    from periode_gebied
    where eind_datum is not null
    group by gebied_code, {{ kwartaal('eind_datum') }}, verblijf
),

op_teldag as (
    select
        kwartaal.gebied_code,
        kwartaal.kwartaal,
        periode_gebied.verblijf,
        quantile_cont(kwartaal.teldag - periode_gebied.start_datum + 1, 0.5)
            as mediaan_lopend_dagen
    from kwartaal
    inner join periode_gebied
        on
            kwartaal.gebied_code = periode_gebied.gebied_code
            and {{ geldt_op('kwartaal.teldag', 'periode_gebied', 'start_datum', 'eind_datum') }}
    group by kwartaal.gebied_code, kwartaal.kwartaal, periode_gebied.verblijf
),

lopend as (
    select
        kwartaal.gebied_code,
        kwartaal.kwartaal,
        groep.verblijf,
        count(distinct episode.client_sleutel) as aantal_jeugdigen,
        count(distinct case when episode.soort_groep = 'gezinsvorm' then episode.client_sleutel end)
            as in_gezinsvorm,
        count(distinct case when episode.plaats != 'onbekend' then episode.client_sleutel end)
            as plaats_bekend,
        count(distinct case when episode.plaats = 'buiten_regio' then episode.client_sleutel end)
            as buiten_regio,
        count(distinct case when episode.is_onder_jeugdbescherming then episode.client_sleutel end)
            as onder_jeugdbescherming
    from kwartaal
    inner join gebied
        on kwartaal.gebied_code = gebied.gebied_code
    inner join episode
        on
            gebied.gemeente_code = episode.gemeente_code
            and {{ geldt_op('kwartaal.teldag', 'episode', 'start_datum', 'eind_datum') }}
    inner join groep
        on episode.soort = groep.soort
    group by kwartaal.gebied_code, kwartaal.kwartaal, groep.verblijf
)

select
    kwartaal.kwartaal,
    kwartaal.gebied_code,
    gepubliceerde_groep.verblijf,
    coalesce(lopend.aantal_jeugdigen, 0) as aantal_jeugdigen,
    coalesce(begonnen.aantal_begonnen, 0) as aantal_begonnen,
    coalesce(begonnen.begonnen_jeugdigen, 0) as begonnen_jeugdigen,
    coalesce(beeindigd.aantal_beeindigd, 0) as aantal_beeindigd,
    coalesce(beeindigd.beeindigde_jeugdigen, 0) as beeindigde_jeugdigen,
    beeindigd.mediaan_duur_dagen,
    op_teldag.mediaan_lopend_dagen,
    coalesce(lopend.in_gezinsvorm, 0) as in_gezinsvorm,
    coalesce(lopend.plaats_bekend, 0) as plaats_bekend,
    coalesce(lopend.buiten_regio, 0) as buiten_regio,
    coalesce(lopend.onder_jeugdbescherming, 0) as onder_jeugdbescherming
from kwartaal
cross join gepubliceerde_groep
left join begonnen
    on
        kwartaal.gebied_code = begonnen.gebied_code
        and kwartaal.kwartaal = begonnen.kwartaal
        and gepubliceerde_groep.verblijf = begonnen.verblijf
left join beeindigd
    on
        kwartaal.gebied_code = beeindigd.gebied_code
        and kwartaal.kwartaal = beeindigd.kwartaal
        and gepubliceerde_groep.verblijf = beeindigd.verblijf
left join op_teldag
    on
        kwartaal.gebied_code = op_teldag.gebied_code
        and kwartaal.kwartaal = op_teldag.kwartaal
        and gepubliceerde_groep.verblijf = op_teldag.verblijf
left join lopend
    on
        kwartaal.gebied_code = lopend.gebied_code
        and kwartaal.kwartaal = lopend.kwartaal
        and gepubliceerde_groep.verblijf = lopend.verblijf
