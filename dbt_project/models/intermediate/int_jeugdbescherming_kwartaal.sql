-- Grain: kwartaal, published area, type of measure or total of jb or jr. Measures, not youths: a
-- youth may have more than one. The first contact and the recognised intervention are those of
-- measures that began in the kwartaal.
with maatregel as (
    select * from {{ ref('fct_jeugdbescherming') }}
),

groep as (
    select * from {{ ref('int_publicatie_maatregel') }}
),

gebied as (
    select * from {{ ref('int_publicatie_gebied') }}
),

kwartaal as (
    select * from {{ ref('int_publicatie_kwartaal') }}
),

gebruikte_groep as (
    select distinct groep.maatregel
    from groep
    left join maatregel on groep.type_maatregel = maatregel.type_maatregel
    where groep.is_totaal or maatregel.type_maatregel is not null
),

per_gebied as (
    select
        gebied.gebied_code,
        groep.maatregel,
        maatregel.*
    from maatregel
    inner join gebied on maatregel.gemeente_code = gebied.gemeente_code
    inner join groep on maatregel.type_maatregel = groep.type_maatregel
),

lopend as (
    select
        kwartaal.gebied_code,
        kwartaal.kwartaal,
        per_gebied.maatregel,
        count(*) as aantal_lopend,
        count(distinct per_gebied.client_sleutel) as lopende_jeugdigen
    from kwartaal
    inner join per_gebied
        on
            kwartaal.gebied_code = per_gebied.gebied_code
            and {{ loopt_na('kwartaal.teldag', 'per_gebied') }}
    group by kwartaal.gebied_code, kwartaal.kwartaal, per_gebied.maatregel
),

begonnen as (
    select
        gebied_code,
        {{ kwartaal('start_datum') }} as kwartaal,
        maatregel,
        count(*) as aantal_begonnen,
        count(dagen_tot_eerste_contact) as contact_bekend,
        quantile_cont(dagen_tot_eerste_contact, 0.5) as mediaan_contact_dagen,
        count(case when is_contact_binnen_norm then 1 end) as contact_binnen_norm,
        count(case when erkende_interventie in ('ja', 'nee') then 1 end) as interventie_bekend,
        count(case when erkende_interventie = 'ja' then 1 end) as met_interventie
    from per_gebied
    group by gebied_code, {{ kwartaal('start_datum') }}, maatregel
),

beeindigd as (
    select
        gebied_code,
        {{ kwartaal('eind_datum') }} as kwartaal,
        maatregel,
        count(*) as aantal_beeindigd,
        quantile_cont(duur_dagen, 0.5) as mediaan_duur_dagen
    from per_gebied
    where eind_datum is not null
    group by gebied_code, {{ kwartaal('eind_datum') }}, maatregel
)

select
    kwartaal.kwartaal,
    kwartaal.gebied_code,
    gebruikte_groep.maatregel,
    coalesce(lopend.aantal_lopend, 0) as aantal_lopend,
    coalesce(lopend.lopende_jeugdigen, 0) as lopende_jeugdigen,
    coalesce(begonnen.aantal_begonnen, 0) as aantal_begonnen,
    coalesce(beeindigd.aantal_beeindigd, 0) as aantal_beeindigd,
    beeindigd.mediaan_duur_dagen,
    coalesce(begonnen.contact_bekend, 0) as contact_bekend,
    begonnen.mediaan_contact_dagen,
    coalesce(begonnen.contact_binnen_norm, 0) as contact_binnen_norm,
    coalesce(begonnen.interventie_bekend, 0) as interventie_bekend,
    coalesce(begonnen.met_interventie, 0) as met_interventie
from kwartaal
cross join gebruikte_groep
left join lopend
    on
        kwartaal.gebied_code = lopend.gebied_code
        and kwartaal.kwartaal = lopend.kwartaal
        and gebruikte_groep.maatregel = lopend.maatregel
left join begonnen
    on
        kwartaal.gebied_code = begonnen.gebied_code
        and kwartaal.kwartaal = begonnen.kwartaal
        and gebruikte_groep.maatregel = begonnen.maatregel
left join beeindigd
    on
        kwartaal.gebied_code = beeindigd.gebied_code
        and kwartaal.kwartaal = beeindigd.kwartaal
        and gebruikte_groep.maatregel = beeindigd.maatregel
