-- Grain: finding. What ingest found in one file, and what only shows when messages and deliveries
-- are laid side by side. A finding of the second kind is rebuilt from today's data: it stands as
-- long as it is here.
with inlezen as (
    select * from {{ ref('int_bevinding_inlezen') }}
),

regels as (
    select * from {{ ref('regels') }}
),

{% set verband = [
    'start',
    'stop',
    'declaratie_zonder_start',
    'regel_toewijzing',
    'productperiode',
    'bedrag',
    'debet',
    'credit',
    'toewijzing',
    'declaratiemaand',
    'late_declaratie',
    'antwoord',
    'budget',
] -%}
{% for onderwerp in verband -%}
{{ onderwerp }} as (
    select * from {{ ref('int_bevinding_' ~ onderwerp) }}
),

{% endfor -%}
verband as (
    {% for onderwerp in verband -%}
    select * from {{ onderwerp }}
    {% if not loop.last -%}
    union all
    {% endif -%}
    {% endfor %}
),

met_uitleg as (
    select
        sha256(
            concat_ws(
                '|',
                verband.regel_code,
                verband.aanbieder_agb,
                verband.gemeente_code,
                verband.plaats
            )
        ) as bevinding_sleutel,
        verband.regel_code,
        regels.ernst,
        regels.bron,
        verband.bericht,
        verband.aanbieder_agb,
        verband.gemeente_code,
        verband.plaats,
        regels.uitleg || ' ' || regels.wat_te_doen as uitleg,
        verband.eerste_gezien
    from verband
    inner join regels on verband.regel_code = regels.regel_code
)

select
    inlezen.bevinding_sleutel,
    inlezen.regel_code,
    coalesce(regels.niveau, 'onbekend') as niveau,
    inlezen.ernst,
    inlezen.bron,
    inlezen.aanbieder_agb,
    inlezen.gemeente_code,
    inlezen.bestandsnaam,
    inlezen.bericht,
    inlezen.bericht_identificatie,
    inlezen.plaats,
    inlezen.uitleg,
    inlezen.aantal_rijen,
    inlezen.eerste_gezien,
    inlezen.opgelost,
    inlezen.opgelost_datum,
    inlezen.eerste_gezien as bekend_sinds
from inlezen
left join regels on inlezen.regel_code = regels.regel_code
union all
select
    bevinding_sleutel,
    regel_code,
    'verband' as niveau,
    ernst,
    bron,
    aanbieder_agb,
    gemeente_code,
    null as bestandsnaam,
    bericht,
    null as bericht_identificatie,
    plaats,
    uitleg,
    0 as aantal_rijen,
    eerste_gezien,
    false as opgelost,
    null as opgelost_datum,
    eerste_gezien as bekend_sinds
from met_uitleg
