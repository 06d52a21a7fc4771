-- Grain: finding of ingest. A message that lies in two files is reported once. Solved is only said
-- when it can be known: the same message was accepted later, or the opgave was replaced.
{% set bronnen = [
    'ijw', 'kwartaalcijfers', 'circulaires', 'contracten', 'veilig_thuis', 'referentie'
] -%}
with
{% for bron in bronnen -%}
{{ bron }} as (
    select * from {{ ref('stg_' ~ bron ~ '__bevinding') }}
),

{% endfor -%}
alles as (
    {% for bron in bronnen -%}
    select * from {{ bron }}
    {% if not loop.last -%}
    union all
    {% endif -%}
    {% endfor %}
),

bericht as (
    select * from {{ ref('stg_ijw__bericht') }}
),

levering as (
    select *
    from {{ ref('stg_kwartaalcijfers__levering') }}
    where {{ binnen_stand('ontvangst_datum') }}
),

bevinding as (
    select *
    from alles
    where {{ binnen_stand('ontvangst_datum') }}
    qualify
        row_number() over (
            partition by
                bron, coalesce(bericht_sleutel, bestand_sleutel), regel_code, plaats, uitleg
            order by ontvangst_datum asc, bevinding_sleutel asc
        ) = 1
),

-- an accepted message under the same identification replaces the one in quarantine
hersteld as (
    select
        bevinding.bevinding_sleutel,
        min(bericht.ontvangst_datum) as opgelost_datum
    from bevinding
    inner join bericht
        on
            bevinding.bericht = bericht.bericht
            and bevinding.aanbieder_agb = bericht.aanbieder_agb
            and bevinding.gemeente_code = bericht.gemeente_code
            and bevinding.bericht_identificatie = bericht.bericht_identificatie
            and bevinding.bericht_sleutel != bericht.bericht_sleutel
            and bevinding.ontvangst_datum <= bericht.ontvangst_datum
    where
        bericht.status = 'aanvaard'
        and {{ binnen_stand('bericht.ontvangst_datum') }}
        and bevinding.ernst = 'fout'
    group by bevinding.bevinding_sleutel
),

-- a later opgave of the same aanbieder and kwartaal replaces this one
vervangen as (
    select
        bevinding.bevinding_sleutel,
        min(nieuwer.ontvangst_datum) as opgelost_datum
    from bevinding
    inner join levering on bevinding.bestand_sleutel = levering.bestand_sleutel
    left join levering as nieuwer
        on
            levering.aanbieder_agb = nieuwer.aanbieder_agb
            and levering.kwartaal = nieuwer.kwartaal
            and (levering.opgave_datum, levering.bestand_sleutel)
            < (nieuwer.opgave_datum, nieuwer.bestand_sleutel)
    where bevinding.bron = 'kwartaalcijfers'
    group by bevinding.bevinding_sleutel
)

select
    bevinding.bevinding_sleutel,
    bevinding.regel_code,
    bevinding.ernst,
    bevinding.bron,
    bevinding.bestandsnaam,
    bevinding.bericht,
    bevinding.bericht_identificatie,
    bevinding.aanbieder_agb,
    bevinding.gemeente_code,
    bevinding.plaats,
    bevinding.uitleg,
    bevinding.aantal_rijen,
    bevinding.ontvangst_datum as eerste_gezien,
    case
        when hersteld.bevinding_sleutel is not null then true
        when vervangen.bevinding_sleutel is not null then vervangen.opgelost_datum is not null
    end as opgelost,
    coalesce(hersteld.opgelost_datum, vervangen.opgelost_datum) as opgelost_datum
from bevinding
left join hersteld on bevinding.bevinding_sleutel = hersteld.bevinding_sleutel
left join vervangen on bevinding.bevinding_sleutel = vervangen.bevinding_sleutel
