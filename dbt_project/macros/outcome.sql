{#- Outcomes: the value of an indicator from its teller and noemer, and the last day of a kwartaal. -#}
{% macro outcome_waarde(eenheid, teller, noemer) -%}
    case {{ eenheid }}
        when 'aantal' then {{ teller }}
        when 'percentage' then 100.0 * {{ teller }} / nullif({{ noemer }}, 0)
        else 1.0 * {{ teller }} / nullif({{ noemer }}, 0)
    end
{%- endmacro %}

{% macro kwartaal_eind(kwartaal) -%}
    last_day(make_date(cast(left({{ kwartaal }}, 4) as bigint), 3 * cast(right({{ kwartaal }}, 1) as bigint), 1))
{%- endmacro %}
