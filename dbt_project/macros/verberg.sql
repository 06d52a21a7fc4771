{#-
    Secondary suppression over sums that cross. A sum with one hidden cell gives it away, and so do
    hidden cells that together stay under the threshold: then the smallest shown cell with youths
    is hidden too, the total itself when there is no other. As that may break a sum across, it is
    done in rounds.

    verborgen: boolean column of the round before. telling: youths of the cell.
    som: columns that all cells of one sum share, the total included.
-#}
{% macro gaat_mee_in_som(verborgen, telling, som) -%}
(
            {{ telling }} > 0
            and not {{ verborgen }}
            and (
                sum(case when {{ verborgen }} then 1 else 0 end)
                    over (partition by {{ som | join(', ') }}) = 1
                or sum(case when {{ verborgen }} then {{ telling }} else 0 end)
                    over (partition by {{ som | join(', ') }})
                between 1 and {{ var('onderdrukking_drempel', 10) | int - 1 }}
            )
            and row_number() over (
                partition by {{ som | join(', ') }}
                order by
                    {{ telling }} > 0 and not {{ verborgen }} desc,
                    {{ telling }} asc,
                    gebied_code asc,
                    zorgvorm_groep asc,
                    oorzaak asc
            ) = 1
        )
{%- endmacro %}
