{#-
    Base status of booked cost. Cost without claims (taakgericht, pgb, overig) is known before the
    first claim: then the cost so far is the figure, and volledigheid_percentage says that no claim is
    in. Without claims and without such cost nothing is known.

    is_ijw: whether claims are expected of the zorgvorm or row.
    is_declaratie_bekend: whether the claims of the area and period tell anything.
    heeft_kosten: whether there is any cost in the facts.
-#}
{% macro kosten_status(is_ijw, is_declaratie_bekend, heeft_kosten) -%}
case
            when {{ is_ijw }} and not {{ is_declaratie_bekend }} and not {{ heeft_kosten }}
                then 'ontbreekt'
            else 'waarde'
        end
{%- endmacro %}
