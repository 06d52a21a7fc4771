{#- A published figure has a status, and has a value exactly when that status is `waarde`. -#}
{% test figures_match_their_status(model, figures) %}
select 1 as fout
from {{ model }}
where
    {% for figure in figures -%}
        {{ figure }}_status is null
        or {{ figure }}_status not in ('waarde', 'onderdrukt', 'ontbreekt', 'nvt')
        or ({{ figure }}_status = 'waarde') != ({{ figure }} is not null)
        {% if not loop.last -%}
            or
        {% endif -%}
    {% endfor %}
{% endtest %}
