-- Grain: aanbieder, kwartaal: expected (on the list of contracts, or with a product or lump sum in
-- that kwartaal) or received. Expected from the first kwartaal that any aanbieder reported, up to
-- the last kwartaal that is over.
with levering as (
    select *
    from {{ ref('stg_kwartaalcijfers__levering') }}
    where {{ binnen_stand('ontvangst_datum') }}
),

bestand as (
    select * from {{ ref('stg_kwartaalcijfers__bestand') }}
),

aanbieder as (
    select *
    from {{ ref('stg_contracten__aanbieder') }}
    where {{ binnen_stand('opgave_datum') }}
),

product as (
    select *
    from {{ ref('stg_contracten__product') }}
    where {{ binnen_stand('opgave_datum') }}
),

taakgericht as (
    select *
    from {{ ref('stg_contracten__taakgericht') }}
    where {{ binnen_stand('opgave_datum') }}
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

te_melden as (
    select
        kwartaal.kwartaal,
        kwartaal.begin_datum,
        kwartaal.eind_datum
    from kwartaal
    cross join peil
    cross join eerste
    where
        kwartaal.eind_datum <= peil.peildatum
        and kwartaal.kwartaal >= eerste.kwartaal
),

-- the list of contracts that was known when the kwartaal ended
lijst_van_kwartaal as (
    select
        te_melden.kwartaal,
        max(aanbieder.opgave_datum) as opgave_datum
    from te_melden
    inner join aanbieder on te_melden.eind_datum >= aanbieder.opgave_datum
    group by te_melden.kwartaal
),

verwacht as (
    select
        contract.aanbieder_agb,
        te_melden.kwartaal
    from te_melden
    inner join contract
        on
            te_melden.eind_datum >= contract.ingang_datum
            and te_melden.begin_datum <= contract.eind_datum
    union
    select
        aanbieder.aanbieder_agb,
        lijst_van_kwartaal.kwartaal
    from lijst_van_kwartaal
    inner join aanbieder on lijst_van_kwartaal.opgave_datum = aanbieder.opgave_datum
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
