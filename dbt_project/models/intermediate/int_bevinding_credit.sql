-- Grain: rule, credit that was not refused. Its debit is unknown or was refused (TR323), or
-- another credit already took that debit back (TR390).
with regel as (
    select * from {{ ref('int_declaratieregel') }}
),

declaratie_status as (
    select * from {{ ref('declaratie_status') }}
),

geldig as (
    select regel.*
    from regel
    inner join declaratie_status on regel.status = declaratie_status.status
    where declaratie_status.telt_als_kosten
),

credit as (
    select
        *,
        'declaratie ' || declaratie_nummer || ', regel ' || referentie_nummer as plaats,
        row_number() over (
            partition by aanbieder_agb, vorig_referentie_nummer
            order by dagtekening_datum asc, referentie_nummer asc
        ) as volgnummer
    from geldig
    where vorig_referentie_nummer is not null
)

select
    'TR323' as regel_code,
    'jw323' as bericht,
    credit.aanbieder_agb,
    credit.gemeente_code,
    credit.plaats,
    credit.dagtekening_datum as eerste_gezien
from credit
left join geldig
    on
        credit.aanbieder_agb = geldig.aanbieder_agb
        and credit.vorig_referentie_nummer = geldig.referentie_nummer
        -- a credit that names a credit names no debit
        and geldig.vorig_referentie_nummer is null
where geldig.referentie_nummer is null
union all
select
    'TR390' as regel_code,
    'jw323' as bericht,
    aanbieder_agb,
    gemeente_code,
    plaats,
    dagtekening_datum as eerste_gezien
from credit
where volgnummer > 1
