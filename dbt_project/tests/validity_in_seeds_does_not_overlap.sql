-- Two rows of a seed that hold on the same day would double every row that joins them.
{% set sleutels = {
    'product_zorgvorm': ['product_categorie_code', 'product_code'],
    'schaalniveau': ['zorgvorm'],
    'wachtnorm': ['zorgvorm'],
    'verwijzer': ['verwijzer_type_code'],
    'bekostiging': ['eenheid_code'],
    'verwijzer_zonder_verzoek': ['zorgvorm'],
    'wacht_uitsluiting': ['zorgvorm_groep'],
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
