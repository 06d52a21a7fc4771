-- A line of a message that is in quarantine, or of no message at all, must never reach a fact.
with bericht as (
    select * from {{ ref('stg_ijw__bericht') }}
),

{% for tabel in [
    'toewijzing', 'start', 'stop', 'verzoek', 'antwoord', 'prestatie', 'declaratie_antwoord', 'retour'
] -%}
{{ tabel }} as (
    select * from {{ ref('stg_ijw__' ~ tabel) }}
),

{% endfor -%}
regel as (
    {% for tabel in [
        'toewijzing', 'start', 'stop', 'verzoek', 'antwoord', 'prestatie', 'declaratie_antwoord', 'retour'
    ] -%}
    select
        '{{ tabel }}' as tabel,
        bericht_sleutel
    from {{ tabel }}
    {%- if not loop.last %}
    union all
    {% endif %}
    {%- endfor %}
)

select
    regel.tabel,
    regel.bericht_sleutel
from regel
left join bericht
    on
        regel.bericht_sleutel = bericht.bericht_sleutel
        and bericht.status = 'aanvaard'
where bericht.bericht_sleutel is null
