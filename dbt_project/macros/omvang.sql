{#-
    How often the volume of a toewijzing may be used in a period, both days included (regels 8).
    A volume for the whole toewijzing may be used once.
-#}
{% macro aantal_tijdvakken(tijdvak, van, tot_en_met) -%}
    case {{ tijdvak }}
        when 'dag' then {{ aantal_dagen(van, tot_en_met) }}
        when 'week' then {{ aantal_weken(van, tot_en_met) }}
        when 'maand' then {{ aantal_maanden(van, tot_en_met) }}
        else 1
    end
{%- endmacro %}
