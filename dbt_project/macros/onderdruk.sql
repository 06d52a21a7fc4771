{#-
    Primary suppression: gives a published figure and its status.

    A figure whose base status is `waarde` is withheld when one of the counts of jeugdigen that it
    rests on is 1 up to the threshold (var `onderdrukking_drempel`). Zero is not withheld. A figure
    without a value that is not missing (a mean over nobody) is `nvt`; so is a figure too large for
    its type, which only a meaningless ratio reaches (a budget of one cent).

    figuur: name of the column; the output has the columns `figuur` and `figuur_status`.
    type: type of the published column.
    tellingen: counts of jeugdigen (column names or expressions) that the figure rests on.
    status: expression with the base status: waarde, ontbreekt or nvt.
-#}
{% macro onderdruk(figuur, type, tellingen=[], status="'waarde'") -%}
{%- set hoogste = var('onderdrukking_drempel', 10) | int - 1 -%}
{%- set voorwaarden = [] -%}
{%- for telling in tellingen -%}
    {%- do voorwaarden.append('coalesce(' ~ telling ~ ', 0) between 1 and ' ~ hoogste) -%}
{%- endfor -%}
{%- set is_klein = voorwaarden | join(' or ') or 'false' -%}
try_cast(
        case
            when {{ status }} != 'waarde' or {{ is_klein }} then null
            else {{ figuur }}
        end as {{ type }}
    ) as {{ figuur }},
    case
        when {{ status }} != 'waarde' then {{ status }}
        when {{ is_klein }} then 'onderdrukt'
        when try_cast({{ figuur }} as {{ type }}) is null then 'nvt'
        else 'waarde'
    end as {{ figuur }}_status
{%- endmacro %}
