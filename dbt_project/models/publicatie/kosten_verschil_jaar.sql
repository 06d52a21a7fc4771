-- Grain: periode (a complete jaar or kwartaal), gemeente or region, zorgvorm or total, effect: why
-- cost differs from the same periode a year before. The effects add up to the row `totaal`.
with verschil as (
    select * from {{ ref('int_publicatie_kosten_effect') }}
),

factor as (
    select * from {{ ref('int_publicatie_kosten_factor') }}
),

verborgen as (
    select * from {{ ref('int_publicatie_kosten_verborgen') }}
),

effect as (
    select * from {{ ref('kosten_effect') }}
),

kosten as (
    select * from {{ ref('fct_kosten') }}
),

zorgvorm as (
    select * from {{ ref('int_publicatie_zorgvorm') }}
),

vergeleken_periode as (
    select * from {{ ref('int_publicatie_periode_paar') }}
),

volledigheid as (
    select * from {{ ref('int_volledigheid_periode') }}
),

peil as (
    select * from {{ ref('int_peildatum') }}
),

gebruikte_groep as (
    select
        zorgvorm.zorgvorm_groep,
        zorgvorm.zorgvorm_groep_naam,
        bool_or(kosten.verwijzer_groep != 'nvt') or zorgvorm.zorgvorm_groep = 'totaal' as is_ijw
    from kosten
    inner join zorgvorm on kosten.zorgvorm = zorgvorm.zorgvorm
    group by zorgvorm.zorgvorm_groep, zorgvorm.zorgvorm_groep_naam
),

-- two small products may hold the same jeugdigen: the largest of them decides
telling as (
    select
        gebied_code,
        zorgvorm_groep,
        periode,
        coalesce(max(nu_jeugdigen_groep), 0) as nu_jeugdigen,
        coalesce(max(toen_jeugdigen_groep), 0) as toen_jeugdigen,
        max(
            case
                when is_er_nu and was_er_toen
                    then least(nu_aantal_jeugdigen, toen_aantal_jeugdigen)
                else 0
            end
        ) as vergelijkbaar_jeugdigen,
        max(case when not was_er_toen then greatest(nu_aantal_jeugdigen, 1) else 0 end)
            as nieuw_jeugdigen,
        max(
            case
                when was_er_toen and not is_er_nu then greatest(toen_aantal_jeugdigen, 1)
                else 0
            end
        ) as vervallen_jeugdigen
    from factor
    group by gebied_code, zorgvorm_groep, periode
),

groep_periode as (
    select
        vergeleken_periode.*,
        gebruikte_groep.zorgvorm_groep,
        gebruikte_groep.zorgvorm_groep_naam,
        case
            when gebruikte_groep.is_ijw and not vergeleken_periode.is_declaratie_bekend
                then 'ontbreekt'
            else 'waarde'
        end as totaal_status,
        case
            when not gebruikte_groep.is_ijw then 'nvt'
            when not vergeleken_periode.is_declaratie_bekend then 'ontbreekt'
            else 'waarde'
        end as declaratie_status,
        coalesce(least(telling.nu_jeugdigen, nu_verborgen.aantal_jeugdigen), 0) as nu_jeugdigen,
        coalesce(least(telling.toen_jeugdigen, toen_verborgen.aantal_jeugdigen), 0)
            as toen_jeugdigen,
        coalesce(telling.vergelijkbaar_jeugdigen, 0) as vergelijkbaar_jeugdigen,
        coalesce(telling.nieuw_jeugdigen, 0) as nieuw_jeugdigen,
        coalesce(telling.vervallen_jeugdigen, 0) as vervallen_jeugdigen,
        coalesce(
            least(
                nullif(telling.nu_jeugdigen, 0),
                nullif(telling.toen_jeugdigen, 0),
                nu_verborgen.aantal_jeugdigen,
                toen_verborgen.aantal_jeugdigen
            ),
            0
        ) as kleinste_jeugdigen
    from vergeleken_periode
    cross join gebruikte_groep
    left join telling
        on
            vergeleken_periode.gebied_code = telling.gebied_code
            and vergeleken_periode.periode = telling.periode
            and gebruikte_groep.zorgvorm_groep = telling.zorgvorm_groep
    left join verborgen as nu_verborgen
        on
            vergeleken_periode.gebied_code = nu_verborgen.gebied_code
            and vergeleken_periode.periode = nu_verborgen.periode
            and gebruikte_groep.zorgvorm_groep = nu_verborgen.zorgvorm_groep
    left join verborgen as toen_verborgen
        on
            vergeleken_periode.gebied_code = toen_verborgen.gebied_code
            and vergeleken_periode.vorige_periode = toen_verborgen.periode
            and gebruikte_groep.zorgvorm_groep = toen_verborgen.zorgvorm_groep
),

met_mee as (
    select
        *,
        {{ gaat_mee_onderdrukt(
            'kleinste_jeugdigen',
            ['gebied_code', 'periode', "zorgvorm_groep = 'totaal'"],
            'zorgvorm_groep'
        ) }} as gaat_mee
    from groep_periode
),

cijfer as (
    select
        met_mee.periode_soort,
        met_mee.periode,
        met_mee.vorige_periode,
        met_mee.gebied_code,
        met_mee.gebied_naam,
        met_mee.zorgvorm_groep,
        met_mee.zorgvorm_groep_naam,
        effect.effect,
        effect.effect_naam,
        effect.volgorde,
        coalesce(verschil.effect_eurocent, 0) / 100.0 as effect_euro,
        case effect.groep
            when 'declaratie' then met_mee.declaratie_status
            when 'totaal' then met_mee.totaal_status
            else 'waarde'
        end as basis_status,
        effect.groep != 'zonder_declaratie' and met_mee.gaat_mee as gaat_mee,
        if(effect.groep = 'zonder_declaratie', 0, met_mee.nu_jeugdigen) as nu_jeugdigen,
        if(effect.groep = 'zonder_declaratie', 0, met_mee.toen_jeugdigen) as toen_jeugdigen,
        if(effect.groep = 'declaratie', met_mee.vergelijkbaar_jeugdigen, 0)
            as vergelijkbaar_jeugdigen,
        if(effect.effect in ('mix', 'nieuw_product'), met_mee.nieuw_jeugdigen, 0)
            as nieuw_jeugdigen,
        if(effect.effect in ('mix', 'vervallen_product'), met_mee.vervallen_jeugdigen, 0)
            as vervallen_jeugdigen,
        volledigheid.volledigheid_percentage,
        vorige_volledigheid.volledigheid_percentage as vorige_volledigheid_percentage
    from met_mee
    cross join effect
    left join verschil
        on
            met_mee.gebied_code = verschil.gebied_code
            and met_mee.zorgvorm_groep = verschil.zorgvorm_groep
            and met_mee.periode = verschil.periode
            and effect.effect = verschil.effect
    left join volledigheid
        on
            met_mee.gebied_code = volledigheid.gebied_code
            and met_mee.periode = volledigheid.periode
            and volledigheid.bron = 'ijw'
    left join volledigheid as vorige_volledigheid
        on
            met_mee.gebied_code = vorige_volledigheid.gebied_code
            and met_mee.vorige_periode = vorige_volledigheid.periode
            and vorige_volledigheid.bron = 'ijw'
)

-- a small new or vanished product hides with the mix: the total less the rest would give it away
select
    cijfer.periode_soort,
    cijfer.periode,
    cijfer.vorige_periode,
    cijfer.gebied_code as gemeente_code,
    cijfer.gebied_naam as gemeente_naam,
    cijfer.zorgvorm_groep as zorgvorm,
    cijfer.zorgvorm_groep_naam as zorgvorm_naam,
    cijfer.effect,
    cijfer.effect_naam,
    cijfer.volgorde,
    {{ onderdruk(
        'effect_euro',
        'decimal(14, 2)',
        [
            'nu_jeugdigen',
            'toen_jeugdigen',
            'vergelijkbaar_jeugdigen',
            'nieuw_jeugdigen',
            'vervallen_jeugdigen'
        ],
        'basis_status',
        'gaat_mee'
    ) }},
    cijfer.volledigheid_percentage,
    cijfer.vorige_volledigheid_percentage,
    peil.peildatum as stand_datum
from cijfer
cross join peil
