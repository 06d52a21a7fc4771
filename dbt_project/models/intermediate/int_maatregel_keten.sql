-- Grain: gemeente_code, toewijzing_nummer. Toewijzingen of one youth and type that leave no gap are
-- one measure (keten_nummer): an extension, a transfer to another GI and a move to another gemeente
-- start no new one. A product without a type takes that of the same unbroken reeks of its soort.
with toewijzing as (
    select * from {{ ref('int_maatregel_toewijzing') }}
),

maatregel_type as (
    select * from {{ ref('maatregel_type') }}
),

met_soort as (
    select
        toewijzing.*,
        maatregel_type.maatregel_soort,
        coalesce(
            toewijzing.type_opgave,
            case
                when not ends_with(toewijzing.type_product, '_onbekend')
                    then toewijzing.type_product
            end
        ) as type_bekend
    from toewijzing
    inner join maatregel_type
        on toewijzing.type_product = maatregel_type.type_maatregel
),

reeks_grens as (
    select
        *,
        coalesce(
            start_datum > max(coalesce(eind_datum, date '9999-12-31')) over eerder + 1, true
        ) as is_nieuwe_reeks
    from met_soort
    window
        eerder as (
            partition by client_sleutel, maatregel_soort
            order by start_datum asc, gemeente_code asc, toewijzing_nummer asc
            rows between unbounded preceding and 1 preceding
        )
),

met_reeks as (
    select
        *,
        count(case when is_nieuwe_reeks then 1 end) over (
            partition by client_sleutel, maatregel_soort
            order by start_datum asc, gemeente_code asc, toewijzing_nummer asc
        ) as reeks_nummer
    from reeks_grens
),

met_type as (
    select
        *,
        coalesce(
            last_value(type_bekend ignore nulls) over tot_en_met,
            first_value(type_bekend ignore nulls) over vanaf,
            type_product
        ) as type_maatregel
    from met_reeks
    window
        tot_en_met as (
            partition by client_sleutel, maatregel_soort, reeks_nummer
            order by start_datum asc, gemeente_code asc, toewijzing_nummer asc
            rows between unbounded preceding and current row
        ),
        vanaf as (
            partition by client_sleutel, maatregel_soort, reeks_nummer
            order by start_datum asc, gemeente_code asc, toewijzing_nummer asc
            rows between current row and unbounded following
        )
),

keten_grens as (
    select
        *,
        coalesce(
            start_datum > max(coalesce(eind_datum, date '9999-12-31')) over eerder + 1, true
        ) as is_nieuwe_keten
    from met_type
    window
        eerder as (
            partition by client_sleutel, type_maatregel
            order by start_datum asc, gemeente_code asc, toewijzing_nummer asc
            rows between unbounded preceding and 1 preceding
        )
)

select
    gemeente_code,
    toewijzing_nummer,
    client_sleutel,
    aanbieder_agb,
    type_maatregel,
    count(case when is_nieuwe_keten then 1 end) over (
        partition by client_sleutel, type_maatregel
        order by start_datum asc, gemeente_code asc, toewijzing_nummer asc
    ) as keten_nummer,
    is_nieuwe_keten as is_eerste,
    start_datum,
    eind_datum,
    reden_beeindiging,
    uitspraak_datum,
    eerste_contact_datum,
    is_erkende_interventie,
    machtiging_code,
    machtiging_begin_datum,
    machtiging_eind_datum,
    bekend_sinds
from keten_grens
