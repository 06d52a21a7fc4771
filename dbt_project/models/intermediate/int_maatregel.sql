-- Grain: client_sleutel, type_maatregel, keten_nummer: one measure. Gemeente and aanbieder are the
-- last ones, the ruling is the one at its begin, the reason that of the last final stop, and the
-- machtiging with its dates that of the last toewijzing that has one.
with keten as (
    select * from {{ ref('int_maatregel_keten') }}
)

select
    client_sleutel,
    type_maatregel,
    keten_nummer,
    min(start_datum) as start_datum,
    case when count(eind_datum) = count(*) then max(eind_datum) end as eind_datum,
    max_by(gemeente_code, (start_datum, gemeente_code, toewijzing_nummer)) as gemeente_code,
    max_by(aanbieder_agb, (start_datum, gemeente_code, toewijzing_nummer)) as aanbieder_agb,
    case
        when count(eind_datum) = count(*)
            then nullif(
                max_by(
                    coalesce(reden_beeindiging, ''), (eind_datum, start_datum, toewijzing_nummer)
                ),
                ''
            )
    end as reden_beeindiging,
    count(*) as aantal_toewijzingen,
    count(distinct aanbieder_agb) as aantal_aanbieders,
    max(case when is_eerste then uitspraak_datum end) as uitspraak_datum,
    max(case when is_eerste then eerste_contact_datum end) as eerste_contact_datum,
    bool_or(is_erkende_interventie) as is_erkende_interventie,
    max_by(machtiging_code, (start_datum, gemeente_code, toewijzing_nummer)) as machtiging_code,
    arg_max_null(machtiging_begin_datum, (start_datum, gemeente_code, toewijzing_nummer)) filter (
        where machtiging_code is not null
    ) as machtiging_begin_datum,
    arg_max_null(machtiging_eind_datum, (start_datum, gemeente_code, toewijzing_nummer)) filter (
        where machtiging_code is not null
    ) as machtiging_eind_datum,
    max(bekend_sinds) as bekend_sinds
from keten
group by client_sleutel, type_maatregel, keten_nummer
