-- Grain: maand, bron, afzender, aanbieder, gemeente: what was delivered and what of it was refused.
-- In iJw a delivery is a message and its lines, elsewhere a file and its rows. A first delivery is
-- right when nothing under the same identification (kwartaalcijfers: of the same aanbieder and
-- kwartaal) was refused.
with bericht as (
    select *
    from {{ ref('stg_ijw__bericht') }}
    where {{ binnen_stand('ontvangst_datum') }}
),

bestand as (
    select *
    from {{ ref('int_bestand') }}
    where bron != 'ijw'
),

levering as (
    select * from {{ ref('stg_kwartaalcijfers__levering') }}
),

afzender as (
    select * from {{ ref('bericht_afzender') }}
),

per_bericht as (
    select
        bericht.bericht_sleutel as levering_sleutel,
        'ijw' as bron,
        coalesce(afzender.afzender, 'onbekend') as afzender,
        bericht.aanbieder_agb,
        bericht.gemeente_code,
        coalesce(
            bericht.bericht
            || ' ' || bericht.gemeente_code
            || ' ' || bericht.aanbieder_agb
            || ' ' || bericht.bericht_identificatie,
            bericht.bericht_sleutel
        ) as identiteit,
        {{ leveringsmaand('bericht.dagtekening_datum', 'bericht.ontvangst_datum') }} as maand,
        bericht.ontvangst_datum,
        bericht.status = 'quarantaine' as is_geweigerd,
        bericht.status = 'quarantaine' as heeft_geweigerd,
        bericht.aantal_regels as regels,
        case when bericht.status = 'quarantaine' then bericht.aantal_regels else 0 end
            as regels_geweigerd
    from bericht
    left join afzender on bericht.bericht = afzender.bericht
),

opgave as (
    select
        bestand_sleutel,
        min(aanbieder_agb) as aanbieder_agb,
        min(aanbieder_agb || ' ' || kwartaal) as identiteit
    from levering
    group by bestand_sleutel
),

per_bestand as (
    select
        bestand.bestand_sleutel as levering_sleutel,
        bestand.bron,
        case when bestand.bron = 'kwartaalcijfers' then 'aanbieder' else 'overig' end as afzender,
        opgave.aanbieder_agb,
        cast(null as varchar) as gemeente_code,
        coalesce(opgave.identiteit, bestand.bestand_sleutel) as identiteit,
        {{ eerste_van_maand('bestand.ontvangst_datum') }} as maand,
        bestand.ontvangst_datum,
        bestand.status = 'quarantaine' as is_geweigerd,
        bestand.status = 'quarantaine' or bestand.aantal_rijen_geweigerd > 0 as heeft_geweigerd,
        bestand.aantal_rijen_aanvaard + bestand.aantal_rijen_geweigerd as regels,
        bestand.aantal_rijen_geweigerd as regels_geweigerd
    from bestand
    left join opgave
        on
            bestand.bron = 'kwartaalcijfers'
            and bestand.bestand_sleutel = opgave.bestand_sleutel
),

alles as (
    select * from per_bericht
    union all
    select * from per_bestand
),

-- most things are delivered once
opnieuw_geleverd as (
    select
        bron,
        identiteit,
        bool_or(heeft_geweigerd) as is_ooit_geweigerd
    from alles
    group by bron, identiteit
    having count(*) > 1
),

herhaalde_levering as (
    select
        alles.bron,
        alles.levering_sleutel,
        opnieuw_geleverd.is_ooit_geweigerd,
        row_number() over (
            partition by alles.bron, alles.identiteit
            order by alles.maand asc, alles.levering_sleutel asc
        ) = 1 as is_eerste
    from alles
    inner join opnieuw_geleverd
        on
            alles.bron = opnieuw_geleverd.bron
            and alles.identiteit = opnieuw_geleverd.identiteit
),

beoordeeld as (
    select
        alles.*,
        coalesce(herhaalde_levering.is_eerste, true) as is_eerste,
        coalesce(herhaalde_levering.is_ooit_geweigerd, alles.heeft_geweigerd)
            as is_ooit_geweigerd
    from alles
    left join herhaalde_levering
        on
            alles.bron = herhaalde_levering.bron
            and alles.levering_sleutel = herhaalde_levering.levering_sleutel
)

select
    maand,
    bron,
    afzender,
    aanbieder_agb,
    gemeente_code,
    count(*) as berichten,
    sum(case when is_geweigerd then 1 else 0 end) as berichten_geweigerd,
    sum(regels) as regels,
    sum(regels_geweigerd) as regels_geweigerd,
    sum(case when is_eerste then 1 else 0 end) as eerste_leveringen,
    sum(case when is_eerste and not is_ooit_geweigerd then 1 else 0 end)
        as eerste_leveringen_goed,
    max(ontvangst_datum) as bekend_sinds
from beoordeeld
group by maand, bron, afzender, aanbieder_agb, gemeente_code
