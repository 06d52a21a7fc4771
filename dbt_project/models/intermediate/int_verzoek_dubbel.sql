-- Grain: as int_verzoek_open. Open requests of which the same need (client, aanbieder, product and
-- wanted first day) was also asked of another gemeente (woonplaatsbeginsel): granted there, or
-- asked there last. Only that other request is the wait.
with verzoek_open as (
    select * from {{ ref('int_verzoek_open') }}
),

verzoek_geldig as (
    select * from {{ ref('int_verzoek_geldig') }}
),

antwoord as (
    select * from {{ ref('int_verzoek_antwoord') }}
),

toegekend as (
    select distinct
        aanbieder_agb,
        referentie_aanbieder
    from antwoord
    where is_toegekend
),

afgewezen as (
    select
        aanbieder_agb,
        referentie_aanbieder,
        gemeente_code
    from antwoord
    where is_afgewezen
),

elders as (
    select
        verzoek_geldig.*,
        toegekend.referentie_aanbieder is not null as is_toegekend
    from verzoek_geldig
    left join toegekend
        on
            verzoek_geldig.aanbieder_agb = toegekend.aanbieder_agb
            and verzoek_geldig.referentie_aanbieder = toegekend.referentie_aanbieder
    left join afgewezen
        on
            verzoek_geldig.aanbieder_agb = afgewezen.aanbieder_agb
            and verzoek_geldig.referentie_aanbieder = afgewezen.referentie_aanbieder
            and verzoek_geldig.gemeente_code = afgewezen.gemeente_code
    where toegekend.referentie_aanbieder is not null or afgewezen.referentie_aanbieder is null
)

select
    verzoek_open.aanbieder_agb,
    verzoek_open.referentie_aanbieder,
    verzoek_open.gemeente_code,
    max(elders.verzoek_datum) as bekend_sinds
from verzoek_open
inner join elders
    on
        verzoek_open.client_sleutel = elders.client_sleutel
        and verzoek_open.aanbieder_agb = elders.aanbieder_agb
        and verzoek_open.ingang_datum = elders.ingang_datum
        and verzoek_open.product_categorie_code is not distinct from elders.product_categorie_code
        and verzoek_open.product_code is not distinct from elders.product_code
        and verzoek_open.gemeente_code != elders.gemeente_code
where
    elders.is_toegekend
    or elders.verzoek_datum > verzoek_open.verzoek_datum
    or (
        elders.verzoek_datum = verzoek_open.verzoek_datum
        and elders.gemeente_code > verzoek_open.gemeente_code
    )
group by
    verzoek_open.aanbieder_agb,
    verzoek_open.referentie_aanbieder,
    verzoek_open.gemeente_code
