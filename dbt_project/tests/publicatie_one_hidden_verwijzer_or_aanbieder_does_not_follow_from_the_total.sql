-- Verwijzers add up to all toewijzingen and cost, aanbieders to all toewijzingen with a claim: one
-- that alone is withheld would follow from the total.
with verwijzer as (
    select * from {{ ref('kosten_verwijzer_jaar') }}
),

volledigheid as (
    select *
    from {{ ref('volledigheid_maand') }}
    where bron = 'ijw'
),

deel as (
    {% for figuur in ['aantal_toewijzingen', 'kosten_euro'] -%}
    select
        'verwijzer {{ figuur }}' as deling,
        cast(jaar as varchar) as periode,
        gemeente_code,
        verwijzer_groep = 'totaal' as is_totaal,
        {{ figuur }}_status as status
    from verwijzer
    union all
    {% endfor -%}
    {% for figuur in ['verwacht', 'ontvangen'] -%}
    select
        'aanbieder {{ figuur }}' as deling,
        cast(zorgmaand as varchar) as periode,
        gemeente_code,
        aanbieder_agb = 'totaal' as is_totaal,
        {{ figuur }}_status as status
    from volledigheid
    {{ 'union all' if not loop.last }}
    {% endfor %}
)

select
    deling,
    periode,
    gemeente_code
from deel
group by deling, periode, gemeente_code
having
    count(case when not is_totaal and status = 'onderdrukt' then 1 end) = 1
    and bool_or(is_totaal and status = 'waarde')
