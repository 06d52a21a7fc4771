-- Two rows of a seed that hold on the same day would double every row that joins them.
{% set sleutels = {
    'product_zorgvorm': ['product_categorie_code', 'product_code'],
    'schaalniveau': ['zorgvorm'],
    'wachtnorm': ['zorgvorm'],
    'verwijzer': ['verwijzer_type_code'],
    'bekostiging': ['eenheid_code'],
    'verwijzer_zonder_verzoek': ['zorgvorm'],
    'wacht_uitsluiting': ['zorgvorm_groep'],
    'kosten_soort_indeling': ['bekostiging', 'zorgvorm_groep'],
    'begroting_indeling': ['kosten_soort', 'niveau'],
    'kostprijs_eenheid': ['eenheid_code'],
    'wachttijd_norm': ['definitie_code', 'zorgvorm_groep'],
    'wacht_klok': ['verwijzer_groep'],
    'vervanging_soort': ['reden_wijziging_code'],
    'opgave_afwijking': ['figuur'],
    'zorgzwaarte_band': ['zorgzwaarte_band'],
    'casuistiek_grens': ["'casuistiek'"],
    'dominantie_grens': ["'dominantie'"],
    'benutting_grens': ["'benutting'"],
    'outcome_reeks': ['indicator_code'],
    'outcome_toepassing': ['indicator_code', 'zorgvorm_groep'],
    'opbouw_niveau': ['niveau'],
    'zorgvorm_wijkteam': ['zorgvorm'],
    'niveau': ['niveau'],
    'leeftijd_groep': ['leeftijd_groep'],
    'geslacht_groep': ['geslacht_code'],
    'stapeling_groep': ['stapeling_groep'],
    'herhaald_definitie': ['definitie'],
    'bij_hulpvorm': ['bij_hulpvorm_code'],
    'bij_benchmark': ['indicator'],
    'revisie_oorzaak': ['oorzaak'],
    'revisie_regel_kosten': ['volgorde'],
    'revisie_regel_zorggebruik': ['volgorde'],
    'eenheid_per_dag': ['eenheid_code'],
    'declaratie_ritme': ['zorgvorm'],
    'levering_verwacht': ['levering_bron', 'moment'],
} -%}
with
{% for seed in sleutels -%}
{{ seed }} as (
    select * from {{ ref(seed) }}
),

{% endfor -%}
periode as (
    {% for seed, kolommen in sleutels.items() -%}
    select
        '{{ seed }}' as seed,
        concat_ws('/', {{ kolommen | join(', ') }}) as sleutel,
        ingangsdatum,
        lag(coalesce(einddatum, date '9999-12-31')) over (
            partition by {{ kolommen | join(', ') }}
            order by ingangsdatum
        ) as vorige_einddatum
    from {{ seed }}
    {%- if not loop.last %}
    union all
    {% endif %}
    {%- endfor %}
)

select
    seed,
    sleutel,
    ingangsdatum,
    vorige_einddatum
from periode
where ingangsdatum <= vorige_einddatum
