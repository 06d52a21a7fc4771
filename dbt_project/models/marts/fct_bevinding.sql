-- Grain: finding. What ingest found in one file, and what only shows when messages and deliveries
-- are laid side by side. A finding of the second kind is rebuilt from the data: it stands as long
-- as it is here, and is gone when a later message mended it.
with inlezen as (
    select * from {{ ref('int_bevinding_inlezen') }}
),

regels as (
    select * from {{ ref('regels') }}
),

{% set verband = [
    'bericht',
    'retour',
    'gemeentecode',
    'aanlevering',
    'start_stop',
    'start',
    'stop',
    'declaratie_zonder_start',
    'regel_toewijzing',
    'regel_product',
    'client',
    'productcode',
    'productperiode',
    'volume',
    'bedrag',
    'debet',
    'credit',
    'declaratienummer',
    'toewijzing',
    'toewijzing_verzoek',
    'toewijzing_verwijderd',
    'toewijzing_zonder_start',
    'verzoek',
    'verzoek_antwoord',
    'wijziging',
    'wijziging_stapeling',
    'declaratiemaand',
    'late_declaratie',
    'antwoord',
    'antwoord_bedrag',
    'budget',
    'wachttijd_opgave',
] -%}
{% for onderwerp in verband -%}
{{ onderwerp }} as (
    select * from {{ ref('int_bevinding_' ~ onderwerp) }}
),

{% endfor -%}
verband as (
    {% for onderwerp in verband -%}
    select
        regel_code,
        bericht,
        aanbieder_agb,
        gemeente_code,
        plaats,
        eerste_gezien
    from {{ onderwerp }}
    {% if not loop.last -%}
    union all
    {% endif -%}
    {% endfor %}
),

gevonden_verband as (
    select
        sha256(
            concat_ws(
                '|',
                verband.regel_code,
                verband.bericht,
                verband.aanbieder_agb,
                verband.gemeente_code,
                verband.plaats
            )
        ) as bevinding_sleutel,
        verband.regel_code,
        regels.ernst,
        regels.bron,
        verband.aanbieder_agb,
        verband.gemeente_code,
        cast(null as varchar) as bestand_sleutel,
        cast(null as varchar) as bestandsnaam,
        cast(null as varchar) as bericht_sleutel,
        verband.bericht,
        cast(null as varchar) as bericht_identificatie,
        {{ bedek_bsn('verband.plaats') }} as plaats,
        cast(null as bigint) as regel_nummer,
        cast(null as varchar) as xpath,
        cast(null as varchar) as element,
        regels.uitleg || ' ' || regels.wat_te_doen as uitleg,
        0 as aantal_rijen,
        cast(null as varchar) as ontvangstmaand,
        verband.eerste_gezien,
        {{ eerste_van_maand('verband.eerste_gezien') }} as maand,
        false as is_in_quarantaine,
        false as opgelost,
        cast(null as date) as opgelost_datum,
        cast(null as varchar) as opgelost_wijze
    from verband
    inner join regels on verband.regel_code = regels.regel_code
),

gevonden_inlezen as (
    select
        bevinding_sleutel,
        regel_code,
        ernst,
        bron,
        aanbieder_agb,
        gemeente_code,
        bestand_sleutel,
        bestandsnaam,
        bericht_sleutel,
        bericht,
        bericht_identificatie,
        plaats,
        regel_nummer,
        xpath,
        element,
        uitleg,
        aantal_rijen,
        left(cast(eerste_gezien as varchar), 7) as ontvangstmaand,
        eerste_gezien,
        maand,
        ernst = 'fout' and not coalesce(opgelost, false) as is_in_quarantaine,
        opgelost,
        opgelost_datum,
        opgelost_wijze
    from inlezen
),

gevonden as (
    select * from gevonden_inlezen
    union all
    select * from gevonden_verband
)

select
    gevonden.bevinding_sleutel,
    gevonden.regel_code,
    coalesce(regels.niveau, 'onbekend') as niveau,
    gevonden.ernst,
    regels.retour_code,
    gevonden.bron,
    gevonden.aanbieder_agb,
    gevonden.gemeente_code,
    gevonden.bestand_sleutel,
    gevonden.bestandsnaam,
    gevonden.bericht_sleutel,
    gevonden.bericht,
    gevonden.bericht_identificatie,
    gevonden.plaats,
    gevonden.regel_nummer,
    gevonden.xpath,
    gevonden.element,
    gevonden.uitleg,
    gevonden.aantal_rijen,
    gevonden.ontvangstmaand,
    gevonden.eerste_gezien,
    gevonden.maand,
    gevonden.is_in_quarantaine,
    gevonden.opgelost,
    gevonden.opgelost_datum,
    gevonden.opgelost_wijze,
    gevonden.eerste_gezien as bekend_sinds
from gevonden
left join regels on gevonden.regel_code = regels.regel_code
