-- Grain: gemeente_code, toewijzing_nummer: live, or only named by a line that stands.
with toewijzing as (
    select * from {{ ref('fct_toewijzing') }}
),

omvang as (
    select * from {{ ref('int_toewijzing_omvang') }}
),

regel as (
    select * from {{ ref('int_benutting_regel') }}
),

in_eenheid as (
    select
        regel.*,
        regel.soort_toewijzing = 'eigen' and not regel.is_buiten_periode as is_in_periode,
        regel.zorgmaand <= omvang.verstreken_tot_datum as is_verstreken,
        case
            when omvang.benutting_basis = 'budget' then regel.ingediend_eurocent
            when regel.basis_eenheid_code = omvang.basis_eenheid_code then regel.basis_volume
        end as volume,
        coalesce(
            omvang.benutting_basis = 'volume'
            and regel.basis_eenheid_code != omvang.basis_eenheid_code,
            false
        ) as is_andere_eenheid
    from regel
    left join omvang
        on
            regel.gemeente_code = omvang.gemeente_code
            and regel.toewijzing_nummer = omvang.toewijzing_nummer
),

gedeclareerd as (
    select
        gemeente_code,
        toewijzing_nummer,
        max(soort_toewijzing) filter (where soort_toewijzing in ('onbekend', 'verwijderd'))
            as soort_toewijzing,
        sum(volume) filter (where is_in_periode) as volume,
        sum(volume) filter (where is_in_periode and is_verstreken) as verstreken_volume,
        sum(ingediend_eurocent) filter (where is_in_periode) as eurocent,
        sum(ingediend_eurocent) filter (where is_in_periode and is_andere_eenheid)
            as andere_eenheid_eurocent,
        sum(volume) filter (where is_buiten_periode) as buiten_periode_volume,
        sum(ingediend_eurocent) filter (where is_buiten_periode) as buiten_periode_eurocent,
        sum(ingediend_eurocent) filter (where is_deels_buiten_periode)
            as deels_buiten_periode_eurocent,
        sum(volume) filter (where is_na_stop) as na_stop_volume,
        sum(ingediend_eurocent) filter (where is_na_stop) as na_stop_eurocent,
        sum(ingediend_eurocent) filter (where is_tijdens_tijdelijke_stop)
            as tijdens_tijdelijke_stop_eurocent,
        sum(ingediend_eurocent) filter (where soort_toewijzing != 'eigen')
            as zonder_toewijzing_eurocent,
        max(bekend_sinds) as bekend_sinds
    from in_eenheid
    group by gemeente_code, toewijzing_nummer
),

samen as (
    select
        toewijzing.client_sleutel,
        toewijzing.aanbieder_agb,
        toewijzing.zorgvorm,
        toewijzing.niveau,
        toewijzing.verwijzer_groep,
        toewijzing.ingangsdatum,
        toewijzing.einddatum,
        omvang.basis_eenheid_code as eenheid,
        omvang.verstreken_tot_datum,
        omvang.is_afgelopen,
        omvang.toegewezen_volume,
        omvang.toegewezen_verstreken_volume,
        gedeclareerd.buiten_periode_volume,
        gedeclareerd.na_stop_volume,
        coalesce(toewijzing.gemeente_code, gedeclareerd.gemeente_code) as gemeente_code,
        coalesce(toewijzing.toewijzing_nummer, gedeclareerd.toewijzing_nummer)
            as toewijzing_nummer,
        case
            when toewijzing.toewijzing_nummer is not null then 'levend'
            else gedeclareerd.soort_toewijzing
        end as soort_toewijzing,
        coalesce(omvang.benutting_basis, 'geen') as benutting_basis,
        case
            when omvang.benutting_basis != 'geen' then coalesce(gedeclareerd.volume, 0)
        end as gedeclareerd_volume,
        case
            when omvang.benutting_basis != 'geen' then coalesce(gedeclareerd.verstreken_volume, 0)
        end as gedeclareerd_verstreken_volume,
        coalesce(gedeclareerd.eurocent, 0) as gedeclareerd_eurocent,
        coalesce(gedeclareerd.andere_eenheid_eurocent, 0) as andere_eenheid_eurocent,
        coalesce(gedeclareerd.buiten_periode_eurocent, 0) as buiten_periode_eurocent,
        coalesce(gedeclareerd.deels_buiten_periode_eurocent, 0) as deels_buiten_periode_eurocent,
        coalesce(gedeclareerd.na_stop_eurocent, 0) as na_stop_eurocent,
        coalesce(gedeclareerd.tijdens_tijdelijke_stop_eurocent, 0)
            as tijdens_tijdelijke_stop_eurocent,
        coalesce(gedeclareerd.zonder_toewijzing_eurocent, 0) as zonder_toewijzing_eurocent,
        greatest(toewijzing.bekend_sinds, gedeclareerd.bekend_sinds) as bekend_sinds
    from toewijzing
    inner join omvang
        on
            toewijzing.gemeente_code = omvang.gemeente_code
            and toewijzing.toewijzing_nummer = omvang.toewijzing_nummer
    full join gedeclareerd
        on
            toewijzing.gemeente_code = gedeclareerd.gemeente_code
            and toewijzing.toewijzing_nummer = gedeclareerd.toewijzing_nummer
),

met_status as (
    select
        *,
        case
            when coalesce(toegewezen_verstreken_volume, 0) = 0 then 'nvt'
            when andere_eenheid_eurocent != 0 then 'ontbreekt'
            else 'waarde'
        end as benutting_status
    from samen
)

select
    gemeente_code,
    toewijzing_nummer,
    soort_toewijzing,
    client_sleutel,
    aanbieder_agb,
    zorgvorm,
    niveau,
    verwijzer_groep,
    ingangsdatum,
    einddatum,
    verstreken_tot_datum,
    coalesce(is_afgelopen, false) as is_afgelopen,
    benutting_basis,
    eenheid,
    cast(toegewezen_volume as bigint) as toegewezen_volume,
    cast(toegewezen_verstreken_volume as bigint) as toegewezen_verstreken_volume,
    cast(gedeclareerd_volume as bigint) as gedeclareerd_volume,
    cast(gedeclareerd_verstreken_volume as bigint) as gedeclareerd_verstreken_volume,
    cast(
        case
            when benutting_status = 'waarde'
                then 100.0 * gedeclareerd_verstreken_volume / toegewezen_verstreken_volume
        end as decimal(18, 1)
    ) as benutting_percentage,
    benutting_status,
    cast(
        case
            when benutting_basis = 'geen' then null
            when toegewezen_volume is not null
                then greatest(gedeclareerd_volume - toegewezen_volume, 0)
            else greatest(gedeclareerd_verstreken_volume - toegewezen_verstreken_volume, 0)
        end as bigint
    ) as boven_maximum_volume,
    cast(gedeclareerd_eurocent as bigint) as gedeclareerd_eurocent,
    cast(andere_eenheid_eurocent as bigint) as andere_eenheid_eurocent,
    cast(buiten_periode_volume as bigint) as buiten_periode_volume,
    cast(buiten_periode_eurocent as bigint) as buiten_periode_eurocent,
    cast(deels_buiten_periode_eurocent as bigint) as deels_buiten_periode_eurocent,
    cast(na_stop_volume as bigint) as na_stop_volume,
    cast(na_stop_eurocent as bigint) as na_stop_eurocent,
    cast(tijdens_tijdelijke_stop_eurocent as bigint) as tijdens_tijdelijke_stop_eurocent,
    cast(zonder_toewijzing_eurocent as bigint) as zonder_toewijzing_eurocent,
    bekend_sinds
from met_status
