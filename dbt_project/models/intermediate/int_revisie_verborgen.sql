-- Grain: as int_revisie_cijfer. Which differences are withheld: those on few youths, and what would
-- give them away over causes, zorgvormen or gemeenten.
{% set sommen = [
    ['jaar', 'gebied_code', 'zorgvorm_groep'],
    ['jaar', 'gebied_code', 'oorzaak'],
    ['jaar', 'zorgvorm_groep', 'oorzaak'],
] -%}
{% set rondes = 6 -%}
with cijfer as (
    select * from {{ ref('int_revisie_cijfer') }}
),

ronde_0 as (
    select
        jaar,
        gebied_code,
        zorgvorm_groep,
        oorzaak,
        aantal_met_kosten,
        aantal_met_zorg,
        aantal_met_kosten between 1 and {{ var('onderdrukking_drempel', 10) | int - 1 }}
            as is_kosten_verborgen,
        aantal_met_zorg between 1 and {{ var('onderdrukking_drempel', 10) | int - 1 }}
            as is_zorg_verborgen
    from cijfer
){% for ronde in range(1, rondes + 1) %},

ronde_{{ ronde }} as (
    select
        * replace (
            {%- for telling, kolom in [
                ['aantal_met_kosten', 'is_kosten_verborgen'],
                ['aantal_met_zorg', 'is_zorg_verborgen'],
            ] %}
            {{ kolom }}
            {%- for som in sommen %}
            or {{ gaat_mee_in_som(kolom, telling, som) }}
            {%- endfor %} as {{ kolom }}{{ ',' if not loop.last }}
            {%- endfor %}
        )
    from ronde_{{ ronde - 1 }}
){% endfor %}

select * from ronde_{{ rondes }}
