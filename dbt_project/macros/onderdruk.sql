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
    mee: boolean expression: withheld together with another cell (gaat_mee_onderdrukt).
-#}
{% macro onderdruk(figuur, type, tellingen=[], status="'waarde'", mee=none) -%}
{%- set hoogste = var('onderdrukking_drempel', 10) | int - 1 -%}
{%- set voorwaarden = [mee] if mee else [] -%}
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

{#-
    Secondary suppression within one division of a total (age bands, sexes, referrers): true for
    the cell that is withheld too, because otherwise the total gives the small cells away. That is
    the smallest cell of at least the threshold, when the withheld cells of the division together
    stay under the threshold. A cell of nought is shown and tells nothing.

    telling: the count of jeugdigen of the cell.
    deling: columns of the division, as a list: one value of them is one total.
    volgorde: column that decides between equal counts.
-#}
{% macro gaat_mee_onderdrukt(telling, deling, volgorde) -%}
{%- set hoogste = var('onderdrukking_drempel', 10) | int - 1 -%}
(
        {{ telling }} > {{ hoogste }}
        and sum(case when {{ telling }} between 1 and {{ hoogste }} then {{ telling }} else 0 end)
            over (partition by {{ deling | join(', ') }}) between 1 and {{ hoogste }}
        and row_number() over (
            partition by {{ deling | join(', ') }}
            order by {{ telling }} > {{ hoogste }} desc, {{ telling }} asc, {{ volgorde }} asc
        ) = 1
    )
{%- endmacro %}
