{#- CTEs that end in `laatste_levering`: of an aanbieder and a kwartaal the latest opgave. -#}
{% macro laatste_opgave() -%}
levering as (
    select *
    from {{ ref('stg_kwartaalcijfers__levering') }}
    where {{ binnen_stand('ontvangst_datum') }}
),

laatste_levering as (
    select *
    from levering
    qualify
        row_number() over (
            partition by aanbieder_agb, kwartaal
            order by opgave_datum desc, bestand_sleutel desc
        ) = 1
)
{%- endmacro %}

{#-
    CTEs that end in `laatste_levering`: of the rows of Veilig Thuis in the CTE `zaak` those of the
    latest delivery about a halfjaar, which replaces the earlier ones as a whole. A file that names
    no halfjaar is about the one that most of its rows are of; `datum` is the day of a row.
-#}
{% macro laatste_halfjaarlevering(zaak, datum) -%}
per_halfjaar as (
    select
        bestand_sleutel,
        coalesce(halfjaar, {{ halfjaar(datum) }}) as halfjaar,
        count(*) as aantal
    from {{ zaak }}
    group by bestand_sleutel, coalesce(halfjaar, {{ halfjaar(datum) }})
),

van_bestand as (
    select
        bestand_sleutel,
        max_by(halfjaar, (aantal, halfjaar)) as halfjaar
    from per_halfjaar
    group by bestand_sleutel
),

geleverd as (
    select
        {{ zaak }}.*,
        coalesce({{ zaak }}.halfjaar, van_bestand.halfjaar) as levering_halfjaar
    from {{ zaak }}
    inner join van_bestand
        on {{ zaak }}.bestand_sleutel = van_bestand.bestand_sleutel
),

laatste_levering as (
    select *
    from geleverd
    qualify ontvangst_datum = max(ontvangst_datum) over (partition by levering_halfjaar)
)
{%- endmacro %}

{#- True for the row of a number of Veilig Thuis in its last delivery. -#}
{% macro is_laatste_levering_van(nummer) -%}
row_number() over (
        partition by {{ nummer }}
        order by
            ontvangst_datum desc,
            levering_halfjaar desc,
            bestand_sleutel desc,
            rij_nummer desc
    ) = 1
{%- endmacro %}
