{#-
    The two lake tables that every bron has, read in one way. The same file may have been received
    twice: it counts once.
-#}
{% macro lees_bevinding(naam) -%}
with bron as (
    select * from {{ source(naam, 'bevinding') }}
)

select distinct
    bevinding_sleutel,
    bron,
    bestand_sleutel,
    bestandsnaam,
    bericht_sleutel,
    bericht,
    bericht_identificatie,
    aanbieder_agb,
    gemeente_code,
    regel_code,
    ernst,
    plaats,
    regel_nummer,
    xpath,
    element,
    uitleg,
    aantal_rijen,
    ontvangst_datum
from bron
{%- endmacro %}

{% macro lees_bestand(naam) -%}
with bron as (
    select * from {{ source(naam, 'bestand') }}
)

select distinct
    bestand_sleutel,
    bron,
    ontvangstmaand,
    ontvangst_datum,
    bestandsnaam,
    aantal_bytes,
    status,
    aantal_berichten,
    aantal_rijen_aanvaard,
    aantal_rijen_geweigerd
from bron
{%- endmacro %}
