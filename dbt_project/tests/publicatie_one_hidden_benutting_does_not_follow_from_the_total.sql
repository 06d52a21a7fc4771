-- Toewijzingen and amounts add up over zorgvormen: one that alone is withheld would follow from the
-- total.
with benutting as (
    select * from {{ ref('benutting_jaar') }}
),

figuur as (
    {% for figuur in [
        'aantal_toewijzingen',
        'buiten_toewijzing_euro',
        'na_stop_euro',
        'tijdens_tijdelijke_stop_euro',
    ] -%}
    select
        jaar,
        gemeente_code,
        zorgvorm,
        '{{ figuur }}' as figuur,
        {{ figuur }}_status = 'onderdrukt' as is_onderdrukt
    from benutting
    {%- if not loop.last %}
    union all
    {% endif %}
    {%- endfor %}
)

select
    jaar,
    gemeente_code,
    figuur
from figuur
group by jaar, gemeente_code, figuur
having
    count(*) filter (where is_onderdrukt and zorgvorm != 'totaal') = 1
    and not bool_or(is_onderdrukt and zorgvorm = 'totaal')
