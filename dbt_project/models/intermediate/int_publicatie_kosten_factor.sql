-- Grain: published area, published zorgvorm, periode, product in one unit that was declared in the
-- periode or a year before. Both sides beside each other, and the weight of the product in the
-- change: the logarithmic mean of both amounts (LMDI).
with blad as (
    select * from {{ ref('int_publicatie_kosten_blad') }}
),

periode as (
    select distinct
        periode,
        vorige_periode
    from {{ ref('int_publicatie_periode') }}
),

kant as (
    select
        gebied_code,
        zorgvorm_groep,
        periode,
        product_nummer,
        true as is_nu,
        kosten_eurocent,
        volume,
        aantal_maanden,
        aantal_jeugdigen
    from blad
    union all
    select
        blad.gebied_code,
        blad.zorgvorm_groep,
        periode.periode,
        blad.product_nummer,
        false as is_nu,
        blad.kosten_eurocent,
        blad.volume,
        blad.aantal_maanden,
        blad.aantal_jeugdigen
    from blad
    inner join periode on blad.periode = periode.vorige_periode
),

paar as (
    select
        gebied_code,
        zorgvorm_groep,
        periode,
        product_nummer,
        {% for kolom in ['kosten_eurocent', 'volume', 'aantal_maanden', 'aantal_jeugdigen'] -%}
        coalesce(sum({{ kolom }}) filter (where is_nu), 0) as nu_{{ kolom }},
        coalesce(sum({{ kolom }}) filter (where not is_nu), 0) as toen_{{ kolom }}
        {%- if not loop.last %},{% endif %}
        {% endfor %}
    from kant
    group by gebied_code, zorgvorm_groep, periode, product_nummer
),

groep as (
    select
        gebied_code,
        zorgvorm_groep,
        periode,
        max(aantal_jeugdigen_groep) as aantal_jeugdigen
    from blad
    group by gebied_code, zorgvorm_groep, periode
),

beoordeeld as (
    select
        *,
        least(nu_kosten_eurocent, nu_volume, nu_aantal_maanden, nu_aantal_jeugdigen) > 0
            as is_er_nu,
        least(toen_kosten_eurocent, toen_volume, toen_aantal_maanden, toen_aantal_jeugdigen) > 0
            as was_er_toen
    from paar
)

select
    beoordeeld.*,
    beoordeeld.nu_kosten_eurocent - beoordeeld.toen_kosten_eurocent as verschil_eurocent,
    nu.aantal_jeugdigen as nu_jeugdigen_groep,
    toen.aantal_jeugdigen as toen_jeugdigen_groep,
    case
        when not (beoordeeld.is_er_nu and beoordeeld.was_er_toen) then 0
        when beoordeeld.nu_kosten_eurocent = beoordeeld.toen_kosten_eurocent
            then beoordeeld.nu_kosten_eurocent
        else
            (beoordeeld.nu_kosten_eurocent - beoordeeld.toen_kosten_eurocent)
            / ln(beoordeeld.nu_kosten_eurocent / beoordeeld.toen_kosten_eurocent)
    end as gewicht
from beoordeeld
inner join periode on beoordeeld.periode = periode.periode
left join groep as nu
    on
        beoordeeld.gebied_code = nu.gebied_code
        and beoordeeld.zorgvorm_groep = nu.zorgvorm_groep
        and beoordeeld.periode = nu.periode
left join groep as toen
    on
        beoordeeld.gebied_code = toen.gebied_code
        and beoordeeld.zorgvorm_groep = toen.zorgvorm_groep
        and periode.vorige_periode = toen.periode
