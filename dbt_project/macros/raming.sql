{#-
    The published columns of the estimate: booked, still to come with its range, and expected in all.

    raming_bedragen: the amounts in euro, from a join with int_raming_gebied_periode; no row there is
    nothing booked and nothing to come.
    raming_status: the base statuses, from whether the zorgvorm has claims and whether there is an
    estimate at all (too little history gives none).
    raming_cijfers: the published figures with their status, withheld together with the booked ones.
-#}
{% macro raming_bedragen() -%}
coalesce(raming.nog_te_verwachten_eurocent, 0) / 100.0 as nog_te_verwachten_euro,
        coalesce(raming.laag_eurocent, 0) / 100.0 as nog_te_verwachten_laag_euro,
        coalesce(raming.hoog_eurocent, 0) / 100.0 as nog_te_verwachten_hoog_euro,
        (coalesce(raming.kosten_eurocent, 0) + coalesce(raming.nog_te_verwachten_eurocent, 0))
        / 100.0 as verwacht_totaal_euro,
        100.0
        * raming.gedeclareerd_eurocent
        / nullif(raming.gedeclareerd_eurocent + raming.nog_te_verwachten_eurocent, 0)
            as declaratie_volledigheid_percentage,
        coalesce(raming.aantal_in_zorg, 0) as aantal_in_zorg
{%- endmacro %}

{% macro raming_status(heeft_declaraties, is_geraamd) -%}
case
            when not {{ heeft_declaraties }} then 'nvt'
            when not {{ is_geraamd }} then 'ontbreekt'
            else 'waarde'
        end as raming_status,
        case
            when {{ heeft_declaraties }} and not {{ is_geraamd }} then 'ontbreekt' else 'waarde'
        end as verwacht_status
{%- endmacro %}

{% macro raming_cijfers() -%}
{%- set rust_op = ['aantal_jeugdigen', 'aantal_in_zorg'] -%}
{{ onderdruk('nog_te_verwachten_euro', 'decimal(14, 2)', rust_op, 'raming_status') }},
    {{ onderdruk('nog_te_verwachten_laag_euro', 'decimal(14, 2)', rust_op, 'raming_status') }},
    {{ onderdruk('nog_te_verwachten_hoog_euro', 'decimal(14, 2)', rust_op, 'raming_status') }},
    {{ onderdruk('verwacht_totaal_euro', 'decimal(14, 2)', rust_op, 'verwacht_status') }},
    {{ onderdruk(
        'declaratie_volledigheid_percentage', 'decimal(6, 1)', rust_op, 'raming_status'
    ) }}
{%- endmacro %}
