-- Grain: the identity of a claim message (jw323). One answer counts: one that judges the claim goes
-- before one that refuses the file, because a copy of a claim is refused as a file; then the last.
-- It says how far it refused as a whole; in that case its lines are not listed (regels 7.4).
with antwoord as (
    select * from {{ ref('stg_ijw__declaratie_antwoord') }}
),

geldig as (
    select * from {{ ref('int_bericht_geldig') }}
),

goedgekeurd as (
    select * from {{ ref('retourcode_goedgekeurd') }}
),

geldig_antwoord as (
    select antwoord.*
    from antwoord
    inner join geldig
        on antwoord.bericht_sleutel = geldig.bericht_sleutel
),

code as (
    select
        bericht_sleutel,
        'header' as retour_niveau,
        {{ splits_codes('header_retour_codes') }} as retour_code
    from geldig_antwoord
    union all
    select
        bericht_sleutel,
        'declaratie' as retour_niveau,
        {{ splits_codes('declaratie_retour_codes') }} as retour_code
    from geldig_antwoord
),

afkeuring as (
    select
        code.bericht_sleutel,
        bool_or(code.retour_niveau = 'header') as is_header_afgekeurd,
        bool_or(code.retour_niveau = 'declaratie') as is_declaratie_afgekeurd
    from code
    left join goedgekeurd
        on
            code.retour_niveau = goedgekeurd.retour_niveau
            and code.retour_code = goedgekeurd.retour_code
    where goedgekeurd.retour_code is null and code.retour_code <> ''
    group by code.bericht_sleutel
),

beoordeeld as (
    select
        geldig_antwoord.*,
        -- Only a refusal by header may leave the claim out (berichten 4.7).
        geldig_antwoord.declaratie_nummer is not null as heeft_declaratie_antwoord,
        coalesce(afkeuring.is_header_afgekeurd, false) as is_header_afgekeurd,
        coalesce(afkeuring.is_declaratie_afgekeurd, false) as is_declaratie_afgekeurd
    from geldig_antwoord
    left join afkeuring
        on geldig_antwoord.bericht_sleutel = afkeuring.bericht_sleutel
)

select
    gemeente_code,
    aanbieder_agb,
    declaratie_identificatie,
    declaratie_dagtekening_datum,
    bericht_sleutel as antwoord_bericht_sleutel,
    dagtekening_datum as antwoord_datum,
    header_retour_codes,
    declaratie_retour_codes,
    heeft_declaratie_antwoord,
    totaal_ingediend_eurocent,
    totaal_toegekend_eurocent,
    is_header_afgekeurd,
    is_declaratie_afgekeurd
from beoordeeld
qualify
    row_number() over (
        partition by
            gemeente_code,
            aanbieder_agb,
            declaratie_identificatie,
            declaratie_dagtekening_datum
        order by
            (heeft_declaratie_antwoord and not is_header_afgekeurd) desc,
            is_header_afgekeurd desc,
            dagtekening_datum desc,
            bericht_identificatie desc
    ) = 1
