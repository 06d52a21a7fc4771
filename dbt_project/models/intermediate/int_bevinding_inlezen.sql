-- Grain: finding of ingest. A message that lies in two files is reported once. Solved is only said
-- when it can be known: the same message was accepted too (identificatie), or a later file
-- replaced the file (onderwerp, bestandsnaam). A message repaired under another identification
-- cannot be told from a new one, so it stays neither solved nor unsolved.
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

vervangen as (
    select * from {{ ref('int_bestand_vervangen') }}
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

-- an accepted message under the same identification replaces the one in quarantine, whichever of
-- the two was received first
hersteld as (
    select
        bevinding.bevinding_sleutel,
        'identificatie' as wijze,
        min(
            case
                when bericht.ontvangst_datum < bevinding.ontvangst_datum
                    then bevinding.ontvangst_datum
                else bericht.ontvangst_datum
            end
        ) as opgelost_datum
    from bevinding
    inner join bericht
        on
            bevinding.bericht = bericht.bericht
            and bevinding.aanbieder_agb = bericht.aanbieder_agb
            and bevinding.gemeente_code = bericht.gemeente_code
            and bevinding.bericht_identificatie = bericht.bericht_identificatie
    where
        bericht.status = 'aanvaard'
        and {{ binnen_stand('bericht.ontvangst_datum') }}
        and bevinding.ernst = 'fout'
    group by bevinding.bevinding_sleutel
),

-- in iJw a file holds many messages: only what has no message of its own goes with the file
met_bestand as (
    select
        bevinding.bevinding_sleutel,
        vervangen.wijze,
        vervangen.vervangen_datum as opgelost_datum
    from bevinding
    inner join vervangen
        on
            bevinding.bron = vervangen.bron
            and bevinding.bestand_sleutel = vervangen.bestand_sleutel
    where
        bevinding.bron != 'ijw'
        or (bevinding.ernst = 'fout' and bevinding.bericht_identificatie is null)
),

oplossing as (
    select * from hersteld
    union all
    select * from met_bestand
),

eerste_oplossing as (
    select *
    from oplossing
    qualify
        row_number() over (
            partition by bevinding_sleutel
            order by opgelost_datum asc nulls last, wijze desc
        ) = 1
)

select
    bevinding.bevinding_sleutel,
    bevinding.regel_code,
    bevinding.ernst,
    bevinding.bron,
    bevinding.bestand_sleutel,
    bevinding.bestandsnaam,
    bevinding.bericht_sleutel,
    bevinding.bericht,
    bevinding.bericht_identificatie,
    bevinding.aanbieder_agb,
    bevinding.gemeente_code,
    bevinding.plaats,
    bevinding.regel_nummer,
    bevinding.xpath,
    bevinding.element,
    bevinding.uitleg,
    bevinding.aantal_rijen,
    bevinding.ontvangst_datum as eerste_gezien,
    case
        when bevinding.bron = 'ijw'
            then {{ leveringsmaand('bericht.dagtekening_datum', 'bevinding.ontvangst_datum') }}
        else {{ eerste_van_maand('bevinding.ontvangst_datum') }}
    end as maand,
    case
        when oplossing.bevinding_sleutel is not null then oplossing.opgelost_datum is not null
    end as opgelost,
    oplossing.opgelost_datum,
    case when oplossing.opgelost_datum is not null then oplossing.wijze end as opgelost_wijze
from bevinding
left join bericht on bevinding.bericht_sleutel = bericht.bericht_sleutel
left join eerste_oplossing as oplossing
    on bevinding.bevinding_sleutel = oplossing.bevinding_sleutel
