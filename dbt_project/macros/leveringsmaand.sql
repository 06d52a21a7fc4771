{#-
    The month in which a message counts for the quality of deliveries: that of its dagtekening, so
    that the order of receipt changes nothing. A refused message may bear any date: one before the
    Jeugdwet or after its receipt, or none, gives no month.
-#}
{% macro leveringsmaand(dagtekening, ontvangst) -%}
    case
        when {{ dagtekening }} between date '2015-01-01' and {{ ontvangst }}
            then {{ eerste_van_maand(dagtekening) }}
    end
{%- endmacro %}
