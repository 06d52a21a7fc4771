{#-
    Base status of what began in a kwartaal of int_publicatie_kwartaal. Before the first kwartaal
    nothing is known: what ran already seems to begin in it.
-#}
{% macro begonnen_status(kwartaal) -%}
case
            when {{ kwartaal }}.is_eerste_kwartaal or not {{ kwartaal }}.is_bekend
                then 'ontbreekt'
            else 'waarde'
        end
{%- endmacro %}
