-- Grain: soort, regel_sleutel, deel, oorzaak, group of costs. Every line that changed, taken apart:
-- what moved to another group, and what it costs more or less. revisie_regel_kosten has the cause.
with wijziging as (
    select * from {{ ref('int_revisie_kostenregel') }}
),

contract_deel as (
    select * from {{ ref('int_revisie_contract_deel') }}
),

oorzaak_regel as (
    select * from {{ ref('revisie_regel_kosten') }}
),

verschoven_van as (
    select
        * replace (
            gemeente_code_toen as gemeente_code,
            aanbieder_agb_toen as aanbieder_agb,
            zorgvorm_toen as zorgvorm,
            niveau_toen as niveau,
            verwijzer_groep_toen as verwijzer_groep,
            bekostiging_toen as bekostiging,
            zorgmaand_toen as zorgmaand
        ),
        'verschuiving' as deel,
        -kosten_eurocent_toen as verschil_eurocent
    from wijziging
    where is_verschoven
),

verschoven_naar as (
    select
        *,
        'verschuiving' as deel,
        kosten_eurocent_toen as verschil_eurocent
    from wijziging
    where is_verschoven
),

bedrag as (
    select
        wijziging.*,
        'bedrag' as deel,
        coalesce(
            contract_deel.bedrag_eurocent,
            wijziging.kosten_eurocent - wijziging.kosten_eurocent_toen
        ) as verschil_eurocent
    from wijziging
    left join contract_deel
        on
            wijziging.soort = 'taakgericht'
            and wijziging.regel_sleutel = contract_deel.regel_sleutel
),

verdeling as (
    select
        wijziging.*,
        'verdeling' as deel,
        contract_deel.sleutel_eurocent as verschil_eurocent
    from wijziging
    inner join contract_deel
        on
            wijziging.soort = 'taakgericht'
            and wijziging.regel_sleutel = contract_deel.regel_sleutel
),

effect as (
    select * from verschoven_van
    union all
    select * from verschoven_naar
    union all
    select * from bedrag
    union all
    select * from verdeling
)

select
    effect.soort,
    effect.regel_sleutel,
    effect.deel,
    effect.gemeente_code,
    effect.aanbieder_agb,
    effect.zorgvorm,
    effect.niveau,
    effect.verwijzer_groep,
    effect.bekostiging,
    effect.zorgmaand,
    effect.client_sleutel,
    oorzaak_regel.oorzaak,
    cast(effect.verschil_eurocent as bigint) as verschil_eurocent,
    effect.vorige_stand_datum,
    effect.bekend_sinds
from effect
inner join oorzaak_regel
    on
        effect.soort = oorzaak_regel.soort
        and effect.deel = oorzaak_regel.deel
        and {{ past_bij_regel('oorzaak_regel', 'effect', [
            'bestond_toen',
            'bestaat_nu',
            'telde_toen',
            'telt_nu',
            'was_maand_voorbij',
            'was_verstuurd',
            'is_andere_levering',
            'is_credit',
            'is_correctie',
        ]) }}
where effect.verschil_eurocent <> 0
qualify
    row_number() over (
        partition by
            effect.soort,
            effect.regel_sleutel,
            effect.deel,
            effect.verschil_eurocent
        order by oorzaak_regel.volgorde
    ) = 1
