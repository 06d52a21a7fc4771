-- Grain: maand, bron, afzender, aanbieder, gemeente, rule; or `totaal` for all rules, with what was
-- delivered. Only `totaal` knows what was delivered.
with levering as (
    select * from {{ ref('int_kwaliteit_levering') }}
),

bevinding as (
    select * from {{ ref('fct_bevinding') }}
),

afzender as (
    select * from {{ ref('bericht_afzender') }}
),

toegerekend as (
    select
        bevinding.maand,
        bevinding.bron,
        case
            when bevinding.bron = 'kwartaalcijfers' then 'aanbieder'
            when bevinding.bron = 'ijw' then coalesce(afzender.afzender, 'onbekend')
            else 'overig'
        end as afzender,
        bevinding.aanbieder_agb,
        case when bevinding.bron = 'ijw' then bevinding.gemeente_code end as gemeente_code,
        bevinding.regel_code,
        bevinding.ernst,
        bevinding.is_in_quarantaine,
        bevinding.bekend_sinds,
        case
            when bevinding.ernst = 'fout' and bevinding.bestand_sleutel is not null
                then coalesce(bevinding.bericht_sleutel, bevinding.bestand_sleutel)
        end as geweigerd_sleutel
    from bevinding
    left join afzender on bevinding.bericht = afzender.bericht
),

per_regel as (
    select
        maand,
        bron,
        afzender,
        aanbieder_agb,
        gemeente_code,
        regel_code,
        count(distinct geweigerd_sleutel) as berichten_geweigerd,
        sum(case when ernst = 'fout' then 1 else 0 end) as fouten,
        sum(case when ernst = 'signaal' then 1 else 0 end) as signalen,
        sum(case when is_in_quarantaine then 1 else 0 end) as fouten_in_quarantaine,
        max(bekend_sinds) as bekend_sinds
    from toegerekend
    group by maand, bron, afzender, aanbieder_agb, gemeente_code, regel_code
),

bevonden as (
    select
        maand,
        bron,
        afzender,
        aanbieder_agb,
        gemeente_code,
        sum(fouten) as fouten,
        sum(signalen) as signalen,
        sum(fouten_in_quarantaine) as fouten_in_quarantaine,
        max(bekend_sinds) as bekend_sinds
    from per_regel
    group by maand, bron, afzender, aanbieder_agb, gemeente_code
),

totaal as (
    select
        coalesce(levering.maand, bevonden.maand) as maand,
        coalesce(levering.bron, bevonden.bron) as bron,
        coalesce(levering.afzender, bevonden.afzender) as afzender,
        coalesce(levering.aanbieder_agb, bevonden.aanbieder_agb) as aanbieder_agb,
        coalesce(levering.gemeente_code, bevonden.gemeente_code) as gemeente_code,
        'totaal' as regel_code,
        coalesce(levering.berichten, 0) as berichten,
        coalesce(levering.berichten_geweigerd, 0) as berichten_geweigerd,
        coalesce(levering.regels, 0) as regels,
        coalesce(levering.regels_geweigerd, 0) as regels_geweigerd,
        coalesce(levering.eerste_leveringen, 0) as eerste_leveringen,
        coalesce(levering.eerste_leveringen_goed, 0) as eerste_leveringen_goed,
        coalesce(bevonden.fouten, 0) as fouten,
        coalesce(bevonden.signalen, 0) as signalen,
        coalesce(bevonden.fouten_in_quarantaine, 0) as fouten_in_quarantaine,
        greatest(levering.bekend_sinds, bevonden.bekend_sinds) as bekend_sinds
    from levering
    full outer join bevonden
        on
            levering.maand is not distinct from bevonden.maand
            and levering.bron = bevonden.bron
            and levering.afzender = bevonden.afzender
            and levering.aanbieder_agb is not distinct from bevonden.aanbieder_agb
            and levering.gemeente_code is not distinct from bevonden.gemeente_code
),

alles as (
    select * from totaal
    union all
    select
        maand,
        bron,
        afzender,
        aanbieder_agb,
        gemeente_code,
        regel_code,
        null as berichten,
        berichten_geweigerd,
        null as regels,
        null as regels_geweigerd,
        null as eerste_leveringen,
        null as eerste_leveringen_goed,
        fouten,
        signalen,
        fouten_in_quarantaine,
        bekend_sinds
    from per_regel
)

select
    maand,
    bron,
    afzender,
    aanbieder_agb,
    gemeente_code,
    regel_code,
    cast(berichten as bigint) as berichten,
    cast(berichten_geweigerd as bigint) as berichten_geweigerd,
    cast(regels as bigint) as regels,
    cast(regels_geweigerd as bigint) as regels_geweigerd,
    cast(eerste_leveringen as bigint) as eerste_leveringen,
    cast(eerste_leveringen_goed as bigint) as eerste_leveringen_goed,
    cast(fouten as bigint) as fouten,
    cast(signalen as bigint) as signalen,
    cast(fouten_in_quarantaine as bigint) as fouten_in_quarantaine,
    bekend_sinds
from alles
