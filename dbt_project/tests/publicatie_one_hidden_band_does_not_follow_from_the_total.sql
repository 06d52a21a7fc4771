-- A band that alone is withheld would be the total less the others: then the total is withheld too.
with zorgzwaarte as (
    select * from {{ ref('zorgzwaarte_jaar') }}
),

figuur as (
    {% for figuur in [
        'aantal_jeugdigen',
        'jeugdigen_percentage',
        'kosten_euro',
        'kosten_percentage',
    ] -%}
    select
        jaar,
        gemeente_code,
        zorgzwaarte_band,
        '{{ figuur }}' as figuur,
        {{ figuur }}_status = 'onderdrukt' as is_onderdrukt
    from zorgzwaarte
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
    count(*) filter (where is_onderdrukt and zorgzwaarte_band != 'totaal') = 1
    and not bool_or(is_onderdrukt and zorgzwaarte_band = 'totaal')
