-- Grain: toets_datum, published area. Whether the months back may be shown apart: in each of them,
-- and in what the older months leave of the total, enough jeugdigen were booked and came later.
with toets as (
    select distinct
        toets_datum,
        gebied_code
    from {{ ref('int_raming_toets') }}
),

regel as (
    select * from {{ ref('fct_declaratieregel') }}
),

gebied as (
    select * from {{ ref('int_publicatie_gebied') }}
),

declaratie_status as (
    select * from {{ ref('declaratie_status') }}
),

-- six months back stands for all that are older, in the first test as in each that follows
eerste_toets as (
    select date_trunc('month', min(toets_datum)) - interval 6 month as oudste_maand
    from toets
),

-- the known cost of a line changes on its dagtekening, and once more when it is refused
mutatie as (
    select
        regel.gemeente_code,
        regel.client_sleutel,
        greatest(regel.zorgmaand, eerste_toets.oudste_maand) as zorgmaand,
        regel.dagtekening_datum,
        case
            when declaratie_status.telt_als_kosten then regel.dagtekening_datum
            else regel.bekend_sinds
        end as laatste_datum
    from regel
    inner join declaratie_status on regel.status = declaratie_status.status
    cross join eerste_toets
),

per_maand as (
    select
        gemeente_code,
        client_sleutel,
        zorgmaand,
        min(least(dagtekening_datum, laatste_datum)) as eerste_datum,
        max(greatest(dagtekening_datum, laatste_datum)) as laatste_datum
    from mutatie
    group by gemeente_code, client_sleutel, zorgmaand
),

per_jeugdige as (
    select
        toets.toets_datum,
        toets.gebied_code,
        per_maand.client_sleutel,
        least(
            date_diff('month', per_maand.zorgmaand, date_trunc('month', toets.toets_datum)), 6
        ) as maanden_terug,
        min(per_maand.eerste_datum) <= toets.toets_datum as is_geboekt,
        max(per_maand.laatste_datum) > toets.toets_datum as is_gekomen
    from toets
    inner join gebied on toets.gebied_code = gebied.gebied_code
    inner join per_maand
        on
            gebied.gemeente_code = per_maand.gemeente_code
            and toets.toets_datum >= per_maand.zorgmaand
    group by
        toets.toets_datum,
        toets.gebied_code,
        per_maand.client_sleutel,
        least(date_diff('month', per_maand.zorgmaand, date_trunc('month', toets.toets_datum)), 6)
),

per_deel as (
    select
        toets_datum,
        gebied_code,
        maanden_terug,
        count_if(is_geboekt) as aantal_geboekt,
        count_if(is_gekomen) as aantal_gekomen
    from per_jeugdige
    group by toets_datum, gebied_code, maanden_terug
),

alle_maanden as (
    select
        toets_datum,
        gebied_code,
        client_sleutel,
        bool_or(is_geboekt) as is_geboekt,
        bool_or(is_gekomen) as is_gekomen
    from per_jeugdige
    group by toets_datum, gebied_code, client_sleutel
),

totaal as (
    select
        toets_datum,
        gebied_code,
        count_if(is_geboekt) as aantal_geboekt,
        count_if(is_gekomen) as aantal_gekomen
    from alle_maanden
    group by toets_datum, gebied_code
)

select
    per_deel.toets_datum,
    per_deel.gebied_code,
    cast(totaal.aantal_geboekt as bigint) as aantal_geboekt,
    cast(totaal.aantal_gekomen as bigint) as aantal_gekomen,
    bool_or(
        {{ is_klein(['per_deel.aantal_geboekt', 'per_deel.aantal_gekomen']) }}
    ) as is_deel_klein
from per_deel
inner join totaal
    on
        per_deel.toets_datum = totaal.toets_datum
        and per_deel.gebied_code = totaal.gebied_code
group by
    per_deel.toets_datum,
    per_deel.gebied_code,
    totaal.aantal_geboekt,
    totaal.aantal_gekomen
