{#- Disclosure control: no published count of jeugdigen lies between zero and the threshold. -#}
{% test counts_are_not_small(model, counts) %}
select 1 as fout
from {{ model }}
where
    {% for count in counts -%}
        ({{ count }} > 0 and {{ count }} < {{ var('onderdrukking_drempel', 10) | int }})
        {% if not loop.last -%}
            or
        {% endif -%}
    {% endfor %}
{% endtest %}
