-- Grain: the identity of a claim message (jw323). The last answer counts, and says how far it
-- was refused as a whole; in that case its lines are not listed.
with antwoord as (
    select * from {{ ref('stg_ijw__declaratie_antwoord') }}
),

geldig as (
    select * from {{ ref('int_bericht_geldig') }}
),

goedgekeurd as (
    select * from {{ ref('retourcode_goedgekeurd') }}
),

laatste_antwoord as (
    select antwoord.*
    from antwoord
    inner join geldig
        on antwoord.bericht_sleutel = geldig.bericht_sleutel
    qualify
        row_number() over (
            partition by
                antwoord.gemeente_code,
                antwoord.aanbieder_agb,
                antwoord.declaratie_identificatie,
                antwoord.declaratie_dagtekening_datum
            order by
                antwoord.dagtekening_datum desc,
                antwoord.bericht_identificatie desc,
                antwoord.bericht_sleutel desc
        ) = 1
),

code as (
    select
        bericht_sleutel,
        'header' as retour_niveau,
        {{ splits_codes('header_retour_codes') }} as retour_code
    from laatste_antwoord
    union all
    select
        bericht_sleutel,
        'declaratie' as retour_niveau,
        {{ splits_codes('declaratie_retour_codes') }} as retour_code
    from laatste_antwoord
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
)

select
    laatste_antwoord.gemeente_code,
    laatste_antwoord.aanbieder_agb,
    laatste_antwoord.declaratie_identificatie,
    laatste_antwoord.declaratie_dagtekening_datum,
    laatste_antwoord.bericht_sleutel as antwoord_bericht_sleutel,
    laatste_antwoord.dagtekening_datum as antwoord_datum,
    laatste_antwoord.header_retour_codes,
    laatste_antwoord.declaratie_retour_codes,
    -- Only a refusal by header may leave the claim out (berichten 4.7).
    laatste_antwoord.declaratie_nummer is not null as heeft_declaratie_antwoord,
    laatste_antwoord.totaal_ingediend_eurocent,
    laatste_antwoord.totaal_toegekend_eurocent,
    coalesce(afkeuring.is_header_afgekeurd, false) as is_header_afgekeurd,
    coalesce(afkeuring.is_declaratie_afgekeurd, false) as is_declaratie_afgekeurd
from laatste_antwoord
left join afkeuring
    on laatste_antwoord.bericht_sleutel = afkeuring.bericht_sleutel
