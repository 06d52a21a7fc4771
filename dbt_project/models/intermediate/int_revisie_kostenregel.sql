-- Grain: soort, regel_sleutel of a line that costs something else, or costs it elsewhere, than at
-- the earlier stand; with the marks by which the cause is known.
with nu as (
    select * from {{ ref('int_kostenregel') }}
),

toen as (
    select * from {{ ref('stg_stand__kostenregel') }}
),

vorig_peil as (
    select * from {{ ref('stg_stand__peildatum') }}
),

correctie as (
    select * from {{ ref('int_revisie_correctie') }}
),

naast_elkaar as (
    select
        coalesce(nu.soort, toen.soort) as soort,
        coalesce(nu.regel_sleutel, toen.regel_sleutel) as regel_sleutel,
        coalesce(nu.gemeente_code, toen.gemeente_code) as gemeente_code,
        coalesce(nu.aanbieder_agb, toen.aanbieder_agb) as aanbieder_agb,
        coalesce(nu.zorgvorm, toen.zorgvorm) as zorgvorm,
        coalesce(nu.niveau, toen.niveau) as niveau,
        coalesce(nu.verwijzer_groep, toen.verwijzer_groep) as verwijzer_groep,
        coalesce(nu.bekostiging, toen.bekostiging) as bekostiging,
        coalesce(nu.zorgmaand, toen.zorgmaand) as zorgmaand,
        toen.gemeente_code as gemeente_code_toen,
        toen.aanbieder_agb as aanbieder_agb_toen,
        toen.zorgvorm as zorgvorm_toen,
        toen.niveau as niveau_toen,
        toen.verwijzer_groep as verwijzer_groep_toen,
        toen.bekostiging as bekostiging_toen,
        toen.zorgmaand as zorgmaand_toen,
        coalesce(nu.client_sleutel, toen.client_sleutel) as client_sleutel,
        coalesce(nu.kosten_eurocent, 0) as kosten_eurocent,
        coalesce(toen.kosten_eurocent, 0) as kosten_eurocent_toen,
        coalesce(nu.contract_maand, toen.contract_maand) as contract_maand,
        nu.aandeel_miljoenste,
        toen.aandeel_miljoenste as aandeel_miljoenste_toen,
        nu.regel_sleutel is not null as bestaat_nu,
        toen.regel_sleutel is not null as bestond_toen,
        coalesce(nu.telt, false) as telt_nu,
        coalesce(toen.telt, false) as telde_toen,
        coalesce(nu.levering <> toen.levering, false) as is_andere_levering,
        coalesce(nu.is_credit, false) as is_credit,
        nu.dagtekening_datum,
        nu.bekend_sinds
    from nu
    full join toen
        on
            nu.soort = toen.soort
            and nu.regel_sleutel = toen.regel_sleutel
),

vergeleken as (
    select
        *,
        bestond_toen and (
            gemeente_code <> gemeente_code_toen
            or aanbieder_agb <> aanbieder_agb_toen
            or zorgvorm <> zorgvorm_toen
            or niveau <> niveau_toen
            or verwijzer_groep <> verwijzer_groep_toen
            or bekostiging <> bekostiging_toen
            or zorgmaand <> zorgmaand_toen
        ) as is_verschoven
    from naast_elkaar
),

gewijzigd as (
    select *
    from vergeleken
    where
        kosten_eurocent <> kosten_eurocent_toen
        or (is_verschoven and kosten_eurocent_toen <> 0)
)

select
    gewijzigd.*,
    vorig_peil.peildatum as vorige_stand_datum,
    -- care is claimed when its month is over; a contract counts from the first day of the month
    case
        when gewijzigd.soort = 'declaratie'
            then {{ laatste_van_maand('gewijzigd.zorgmaand') }} <= vorig_peil.peildatum
        else gewijzigd.zorgmaand <= vorig_peil.peildatum
    end as was_maand_voorbij,
    coalesce(gewijzigd.dagtekening_datum <= vorig_peil.peildatum, false) as was_verstuurd,
    correctie.regel_sleutel is not null as is_correctie
from gewijzigd
cross join vorig_peil
left join correctie
    on
        gewijzigd.soort = correctie.soort
        and gewijzigd.regel_sleutel = correctie.regel_sleutel
