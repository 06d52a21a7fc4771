-- Grain: aanbieder, kwartaal: expected (a contract runs in that kwartaal) or received. Expected
-- from the first kwartaal that any aanbieder reported, up to the last kwartaal that is over.
with levering as (
    select *
    from {{ ref('stg_kwartaalcijfers__levering') }}
    where {{ binnen_stand('ontvangst_datum') }}
),

bestand as (
    select * from {{ ref('stg_kwartaalcijfers__bestand') }}
),

product as (
    select * from {{ ref('stg_contracten__product') }}
),

taakgericht as (
    select * from {{ ref('stg_contracten__taakgericht') }}
),

maand as (
    select * from {{ ref('dim_maand') }}
),

peil as (
    select * from {{ ref('int_peildatum') }}
),

contract as (
    select
        aanbieder_agb,
        ingang_datum,
        coalesce(eind_datum, date '9999-12-31') as eind_datum
    from product
    union
    select
        aanbieder_agb,
        ingang_datum,
        eind_datum
    from taakgericht
),

kwartaal as (
    select
        kwartaal,
        min(zorgmaand) as begin_datum,
        max(laatste_dag) as eind_datum
    from maand
    group by kwartaal
),

eerste as (
    select min(kwartaal) as kwartaal
    from levering
),

verwacht as (
    select distinct
        contract.aanbieder_agb,
        kwartaal.kwartaal
    from kwartaal
    cross join peil
    cross join eerste
    inner join contract
        on
            kwartaal.eind_datum >= contract.ingang_datum
            and kwartaal.begin_datum <= contract.eind_datum
    where
        kwartaal.eind_datum <= peil.peildatum
        and kwartaal.kwartaal >= eerste.kwartaal
),

eerste_ontvangst as (
    select
        aanbieder_agb,
        kwartaal,
        min(ontvangst_datum) as eerste_ontvangst_datum
    from levering
    group by aanbieder_agb, kwartaal
),

laatste as (
    select *
    from levering
    qualify
        row_number() over (
            partition by aanbieder_agb, kwartaal
            order by opgave_datum desc, bestand_sleutel desc
        ) = 1
),

ontvangen as (
    select
        laatste.aanbieder_agb,
        laatste.kwartaal,
        laatste.is_nul_opgave,
        eerste_ontvangst.eerste_ontvangst_datum,
        bestand.aantal_rijen_aanvaard,
        bestand.aantal_rijen_geweigerd
    from laatste
    inner join eerste_ontvangst
        on
            laatste.aanbieder_agb = eerste_ontvangst.aanbieder_agb
            and laatste.kwartaal = eerste_ontvangst.kwartaal
    left join bestand on laatste.bestand_sleutel = bestand.bestand_sleutel
)

select
    coalesce(verwacht.aanbieder_agb, ontvangen.aanbieder_agb) as aanbieder_agb,
    coalesce(verwacht.kwartaal, ontvangen.kwartaal) as periode,
    kwartaal.eind_datum as periode_eind_datum,
    verwacht.kwartaal is not null as verwacht,
    ontvangen.kwartaal is not null as ontvangen,
    coalesce(ontvangen.is_nul_opgave, false) as nul_opgave,
    ontvangen.eerste_ontvangst_datum,
    coalesce(ontvangen.aantal_rijen_aanvaard, 0) as rijen_aanvaard,
    coalesce(ontvangen.aantal_rijen_geweigerd, 0) as rijen_geweigerd
from verwacht
full outer join ontvangen
    on
        verwacht.aanbieder_agb = ontvangen.aanbieder_agb
        and verwacht.kwartaal = ontvangen.kwartaal
left join kwartaal
    on coalesce(verwacht.kwartaal, ontvangen.kwartaal) = kwartaal.kwartaal
