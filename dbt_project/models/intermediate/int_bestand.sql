-- Grain: delivered file of any bron. The same file under two months counts in the first, or in the
-- one in which it could be read.
{% set bronnen = [
    'ijw', 'kwartaalcijfers', 'circulaires', 'contracten', 'veilig_thuis', 'referentie'
] -%}
with
{% for bron in bronnen -%}
{{ bron }} as (
    select * from {{ ref('stg_' ~ bron ~ '__bestand') }}
),

{% endfor -%}
alles as (
    {% for bron in bronnen -%}
    select * from {{ bron }}
    {% if not loop.last -%}
    union all
    {% endif -%}
    {% endfor %}
)

select
    bron,
    bestand_sleutel,
    bestandsnaam,
    ontvangst_datum,
    status,
    aantal_rijen_aanvaard,
    aantal_rijen_geweigerd
from alles
where {{ binnen_stand('ontvangst_datum') }}
qualify
    row_number() over (
        partition by bron, bestand_sleutel
        order by status asc, ontvangst_datum asc
    ) = 1
