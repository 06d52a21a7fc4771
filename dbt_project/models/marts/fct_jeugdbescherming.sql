-- Grain: client_sleutel, type_maatregel, start_datum: one measure of jeugdbescherming or
-- jeugdreclassering, or one activity in the preventive frame (is_maatregel false).
with maatregel as (
    select * from {{ ref('int_maatregel') }}
),

maatregel_type as (
    select * from {{ ref('maatregel_type') }}
),

maatregel_reden as (
    select * from {{ ref('maatregel_reden') }}
),

overgang as (
    select * from {{ ref('maatregel_overgang') }}
),

norm as (
    select * from {{ ref('maatregel_norm') }}
),

werkdag as (
    select * from {{ ref('int_werkdag') }}
),

peil as (
    select * from {{ ref('int_peildatum') }}
),

gevolgd as (
    select
        maatregel.client_sleutel,
        maatregel.type_maatregel,
        maatregel.keten_nummer,
        max(overgang.bij_reden_code) as bij_reden_code,
        max(overgang.reden) as reden
    from maatregel
    inner join maatregel as volgende
        on
            maatregel.client_sleutel = volgende.client_sleutel
            and volgende.start_datum between maatregel.eind_datum and maatregel.eind_datum + 1
    inner join overgang
        on
            maatregel.type_maatregel = overgang.van_type
            and volgende.type_maatregel = overgang.naar_type
            and {{ geldt_op('maatregel.eind_datum', 'overgang') }}
    group by maatregel.client_sleutel, maatregel.type_maatregel, maatregel.keten_nummer
),

contact as (
    select
        maatregel.client_sleutel,
        maatregel.type_maatregel,
        maatregel.keten_nummer,
        greatest(0, maatregel.eerste_contact_datum - maatregel.uitspraak_datum)
            as dagen_tot_eerste_contact,
        greatest(0, op_contact.werkdag_nummer - op_uitspraak.werkdag_nummer)
            as werkdagen_tot_eerste_contact
    from maatregel
    inner join werkdag as op_uitspraak
        on maatregel.uitspraak_datum = op_uitspraak.datum
    inner join werkdag as op_contact
        on maatregel.eerste_contact_datum = op_contact.datum
)

select
    maatregel.client_sleutel,
    maatregel.type_maatregel,
    maatregel_type.type_naam,
    maatregel_type.maatregel_soort,
    maatregel_type.is_maatregel,
    maatregel_type.maatregel_soort = 'jb' as is_jb,
    maatregel_type.maatregel_soort = 'jr' as is_jr,
    maatregel.gemeente_code,
    maatregel.aanbieder_agb,
    maatregel.start_datum,
    maatregel.eind_datum,
    maatregel.eind_datum is null as is_lopend,
    cast(
        coalesce(maatregel.eind_datum, peil.peildatum) - maatregel.start_datum + 1 as integer
    ) as duur_dagen,
    maatregel.aantal_toewijzingen,
    maatregel.aantal_aanbieders,
    maatregel.reden_beeindiging,
    coalesce(gevolgd.bij_reden_code, maatregel_reden.bij_reden_code) as bij_reden_code,
    case
        when maatregel.eind_datum is not null
            then coalesce(gevolgd.reden, maatregel_reden.reden, 'onbekend')
    end as reden,
    maatregel.uitspraak_datum,
    maatregel.eerste_contact_datum,
    cast(contact.dagen_tot_eerste_contact as integer) as dagen_tot_eerste_contact,
    cast(contact.werkdagen_tot_eerste_contact as integer) as werkdagen_tot_eerste_contact,
    contact.werkdagen_tot_eerste_contact <= norm.aantal_werkdagen as is_contact_binnen_norm,
    case
        when maatregel_type.maatregel_soort != 'jr' then 'nvt'
        when maatregel.is_erkende_interventie is null then 'onbekend'
        when maatregel.is_erkende_interventie then 'ja'
        else 'nee'
    end as erkende_interventie,
    maatregel.machtiging_code,
    maatregel.machtiging_begin_datum,
    maatregel.machtiging_eind_datum,
    maatregel.bekend_sinds
from maatregel
inner join maatregel_type
    on maatregel.type_maatregel = maatregel_type.type_maatregel
cross join peil
left join gevolgd
    on
        maatregel.client_sleutel = gevolgd.client_sleutel
        and maatregel.type_maatregel = gevolgd.type_maatregel
        and maatregel.keten_nummer = gevolgd.keten_nummer
left join contact
    on
        maatregel.client_sleutel = contact.client_sleutel
        and maatregel.type_maatregel = contact.type_maatregel
        and maatregel.keten_nummer = contact.keten_nummer
left join maatregel_reden
    on
        maatregel_type.maatregel_groep = maatregel_reden.maatregel_groep
        and maatregel.reden_beeindiging = maatregel_reden.reden_beeindiging_code
        and {{ geldt_op('maatregel.eind_datum', 'maatregel_reden') }}
left join norm
    on
        norm.norm = 'eerste_contact'
        and {{ geldt_op('maatregel.uitspraak_datum', 'norm') }}
