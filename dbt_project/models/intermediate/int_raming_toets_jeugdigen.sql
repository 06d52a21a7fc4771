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

-- the jeugdige of every change of the known cost: a line on its dagtekening, a refusal later
mutatie as (
    select
        gemeente_code,
        client_sleutel,
        zorgmaand,
        dagtekening_datum as mutatie_datum
    from regel
    union all
    select
        regel.gemeente_code,
        regel.client_sleutel,
        regel.zorgmaand,
        regel.bekend_sinds as mutatie_datum
    from regel
    inner join declaratie_status on regel.status = declaratie_status.status
    where not declaratie_status.telt_als_kosten
),

per_jeugdige as (
    select
        toets.toets_datum,
        toets.gebied_code,
        mutatie.client_sleutel,
        least(
            date_diff('month', mutatie.zorgmaand, date_trunc('month', toets.toets_datum)), 6
        ) as maanden_terug,
        bool_or(mutatie.mutatie_datum <= toets.toets_datum) as is_geboekt,
        bool_or(mutatie.mutatie_datum > toets.toets_datum) as is_gekomen
    from toets
    inner join gebied on toets.gebied_code = gebied.gebied_code
    inner join mutatie
        on
            gebied.gemeente_code = mutatie.gemeente_code
            and toets.toets_datum >= mutatie.zorgmaand
    group by
        toets.toets_datum,
        toets.gebied_code,
        mutatie.client_sleutel,
        least(date_diff('month', mutatie.zorgmaand, date_trunc('month', toets.toets_datum)), 6)
),

per_deel as (
    select
        toets_datum,
        gebied_code,
        maanden_terug,
        count(case when is_geboekt then 1 end) as aantal_geboekt,
        count(case when is_gekomen then 1 end) as aantal_gekomen
    from per_jeugdige
    group by toets_datum, gebied_code, maanden_terug
),

totaal as (
    select
        toets_datum,
        gebied_code,
        count(distinct case when is_geboekt then client_sleutel end) as aantal_geboekt,
        count(distinct case when is_gekomen then client_sleutel end) as aantal_gekomen
    from per_jeugdige
    group by toets_datum, gebied_code
)

select
    per_deel.toets_datum,
    per_deel.gebied_code,
    totaal.aantal_geboekt,
    totaal.aantal_gekomen,
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
