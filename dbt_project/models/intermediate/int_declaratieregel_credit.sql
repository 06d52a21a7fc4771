-- Grain: aanbieder_agb, referentie_nummer of a credit line that counts. It takes back the debit
-- that it names at the same gemeente, once (TR323, TR390). Without an answer yet, a credit that
-- cannot be granted is void; what the gemeente granted stays granted (regels 7.4).
with regel as (
    select *
    from {{ ref('int_declaratieregel_status') }}
    where rangnummer = 1
),

declaratie_status as (
    select * from {{ ref('declaratie_status') }}
),

gekoppeld as (
    select
        credit.*,
        declaratie_status.volgorde,
        debet.status as debet_status,
        debet.dagtekening_datum as debet_dagtekening_datum,
        debet.antwoord_datum as debet_antwoord_datum,
        case
            when debet.referentie_nummer is null then 'onbekend'
            when debet.gemeente_code <> credit.gemeente_code then 'andere_gemeente'
            when debet.vorig_referentie_nummer is not null then 'credit'
            else 'debet'
        end as soort_debet
    from regel as credit
    inner join declaratie_status
        on credit.status = declaratie_status.status
    left join regel as debet
        on
            credit.aanbieder_agb = debet.aanbieder_agb
            and credit.vorig_referentie_nummer = debet.referentie_nummer
    where credit.vorig_referentie_nummer is not null
),

genummerd as (
    select
        *,
        row_number() over per_debet as volgnummer,
        first_value(dagtekening_datum) over per_debet as eerste_credit_datum
    from gekoppeld
    window
        per_debet as (
            partition by aanbieder_agb, gemeente_code, vorig_referentie_nummer
            order by
                volgorde asc,
                dagtekening_datum asc,
                bericht_identificatie asc,
                referentie_nummer asc
        )
)

select
    aanbieder_agb,
    referentie_nummer,
    vorig_referentie_nummer,
    gemeente_code,
    declaratie_nummer,
    dagtekening_datum,
    antwoord_datum,
    status,
    soort_debet,
    debet_status,
    volgnummer,
    soort_debet = 'debet' and debet_status <> 'afgekeurd' as heeft_debet_dat_staat,
    status = 'in_behandeling' and (
        soort_debet in ('credit', 'andere_gemeente')
        or coalesce(debet_status = 'afgekeurd', false)
        or volgnummer > 1
    ) as is_vervallen,
    -- The day on which it was clear that this credit has nothing (left) to take back.
    case
        when soort_debet in ('credit', 'andere_gemeente') then debet_dagtekening_datum
        when debet_status = 'afgekeurd' then debet_antwoord_datum
        else eerste_credit_datum
    end as vervallen_sinds_datum
from genummerd
