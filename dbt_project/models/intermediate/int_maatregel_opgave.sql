-- Grain: gemeente_code, toewijzing_nummer, aanbieder_agb. What a GI reports beside the messages. Of
-- a kwartaal only the latest opgave counts; of every value the latest kwartaal that fills it. The
-- dates of a machtiging come with its code.
with maatregel as (
    select * from {{ ref('stg_kwartaalcijfers__maatregel') }}
),

{{ laatste_opgave() }},

geldig as (
    select maatregel.*
    from maatregel
    inner join laatste_levering
        on
            maatregel.bestand_sleutel = laatste_levering.bestand_sleutel
            and maatregel.aanbieder_agb = laatste_levering.aanbieder_agb
            and maatregel.kwartaal = laatste_levering.kwartaal
)

select
    gemeente_code,
    toewijzing_nummer,
    aanbieder_agb,
    max_by(type_maatregel, kwartaal) as type_maatregel,
    max_by(uitspraak_datum, kwartaal) as uitspraak_datum,
    max_by(eerste_contact_datum, kwartaal) as eerste_contact_datum,
    max_by(is_erkende_interventie, kwartaal) as is_erkende_interventie,
    max_by(machtiging_code, kwartaal) as machtiging_code,
    arg_max_null(machtiging_begin_datum, kwartaal) filter (where machtiging_code is not null)
        as machtiging_begin_datum,
    arg_max_null(machtiging_eind_datum, kwartaal) filter (where machtiging_code is not null)
        as machtiging_eind_datum,
    max(ontvangst_datum) as bekend_sinds
from geldig
group by gemeente_code, toewijzing_nummer, aanbieder_agb
