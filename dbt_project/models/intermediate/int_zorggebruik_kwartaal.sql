-- Grain: published area, published zorgvorm, kwartaal with care. Not yet suppressed. In care at the
-- begin or the end of a kwartaal means in care in both months around that moment, so
-- begin + aantal_keer_instroom - aantal_keer_uitstroom = end.
with zorggebruik as (
    select * from {{ ref('fct_zorggebruik') }}
),

toewijzing as (
    select * from {{ ref('int_zorggebruik_toewijzing') }}
),

peil as (
    select * from {{ ref('int_peildatum') }}
),

niveau as (
    select * from {{ ref('int_publicatie_niveau') }}
),

{{ niveau_naam() }},

per_kwartaal as (
    select
        zorggebruik.client_sleutel,
        zorggebruik.gemeente_code,
        zorggebruik.zorgvorm,
        cast(date_trunc('quarter', zorggebruik.zorgmaand) as date) as kwartaal_begin,
        bool_or(extract(month from zorggebruik.zorgmaand) % 3 = 1) as maand_1,
        bool_or(extract(month from zorggebruik.zorgmaand) % 3 = 2) as maand_2,
        bool_or(extract(month from zorggebruik.zorgmaand) % 3 = 0) as maand_3,
        bool_or(
            zorggebruik.is_doorstroom and extract(month from zorggebruik.zorgmaand) % 3 = 1
        ) as doorstroom_1,
        bool_or(
            zorggebruik.is_doorstroom and extract(month from zorggebruik.zorgmaand) % 3 = 2
        ) as doorstroom_2,
        bool_or(
            zorggebruik.is_doorstroom and extract(month from zorggebruik.zorgmaand) % 3 = 0
        ) as doorstroom_3,
        bool_or(
            zorggebruik.zorgmaand = {{ eerste_van_maand('peil.peildatum') }}
            and not zorggebruik.is_uitstroom
        ) as loopt_na_peildatum,
        bool_and(zorggebruik.basis = 'declaratie') as is_alleen_declaratie
    from zorggebruik
    cross join peil
    group by
        zorggebruik.client_sleutel,
        zorggebruik.gemeente_code,
        zorggebruik.zorgvorm,
        date_trunc('quarter', zorggebruik.zorgmaand)
),

jeugdige as (
    select
        client_sleutel,
        row_number() over (order by client_sleutel asc) as jeugdige_nummer
    from per_kwartaal
    group by client_sleutel
),

-- in care on a level as long as one of the zorgvormen or gemeenten in it runs
per_jeugdige as (
    select
        niveau.niveau_nummer,
        jeugdige.jeugdige_nummer,
        per_kwartaal.kwartaal_begin,
        bool_or(per_kwartaal.maand_1) as maand_1,
        bool_or(per_kwartaal.maand_2) as maand_2,
        bool_or(per_kwartaal.maand_3) as maand_3,
        bool_or(per_kwartaal.doorstroom_1) as doorstroom_1,
        bool_or(per_kwartaal.doorstroom_2) as doorstroom_2,
        bool_or(per_kwartaal.doorstroom_3) as doorstroom_3,
        bool_or(per_kwartaal.loopt_na_peildatum) as loopt_na_peildatum,
        bool_and(per_kwartaal.is_alleen_declaratie) as is_alleen_declaratie
    from per_kwartaal
    inner join jeugdige on per_kwartaal.client_sleutel = jeugdige.client_sleutel
    inner join niveau
        on
            per_kwartaal.gemeente_code = niveau.gemeente_code
            and per_kwartaal.zorgvorm = niveau.zorgvorm
    group by niveau.niveau_nummer, jeugdige.jeugdige_nummer, per_kwartaal.kwartaal_begin
),

met_buren as (
    select
        *,
        maand_1
        and coalesce(
            lag(maand_3) over reeks
            and lag(kwartaal_begin) over reeks = {{ tel_maanden_op('kwartaal_begin', -3) }},
            false
        ) as is_er_aan_het_begin,
        loopt_na_peildatum
        or maand_3
        and coalesce(
            lead(maand_1) over reeks
            and lead(kwartaal_begin) over reeks = {{ tel_maanden_op('kwartaal_begin', 3) }},
            false
        ) as is_er_aan_het_eind
    from per_jeugdige
    window reeks as (
        partition by niveau_nummer, jeugdige_nummer order by kwartaal_begin asc
    )
),

met_instroom as (
    select
        *,
        maand_1 and not is_er_aan_het_begin as instroom_1,
        maand_2 and not maand_1 as instroom_2,
        maand_3 and not maand_2 as instroom_3
    from met_buren
),

met_uitstroom as (
    select
        *,
        cast(instroom_1 as integer)
        + cast(instroom_2 as integer)
        + cast(instroom_3 as integer) as aantal_keer_instroom,
        cast(maand_1 and not maand_2 and (not loopt_na_peildatum or maand_3) as integer)
        + cast(maand_2 and not maand_3 and not loopt_na_peildatum as integer)
        + cast(maand_3 and not is_er_aan_het_eind as integer) as aantal_keer_uitstroom
    from met_instroom
),

jeugdige_telling as (
    select
        niveau_nummer,
        kwartaal_begin,
        count(*) as aantal_jeugdigen,
        count_if(is_alleen_declaratie) as aantal_alleen_declaratie,
        count_if(is_er_aan_het_begin) as aantal_begin,
        count_if(aantal_keer_instroom > 0) as instroom,
        count_if(
            instroom_1 and doorstroom_1
            or instroom_2 and doorstroom_2
            or instroom_3 and doorstroom_3
        ) as doorstroom,
        count_if(aantal_keer_uitstroom > 0) as uitstroom,
        count_if(is_er_aan_het_eind) as aantal_eind,
        sum(aantal_keer_instroom) as aantal_keer_instroom,
        sum(aantal_keer_uitstroom) as aantal_keer_uitstroom
    from met_uitstroom
    group by niveau_nummer, kwartaal_begin
)

select
    niveau_naam.gebied_code,
    niveau_naam.zorgvorm_groep,
    {{ kwartaal('jeugdige_telling.kwartaal_begin') }} as kwartaal,
    jeugdige_telling.kwartaal_begin,
    jeugdige_telling.aantal_jeugdigen,
    coalesce(toewijzing.aantal_toewijzingen, 0) as aantal_toewijzingen,
    jeugdige_telling.aantal_alleen_declaratie,
    jeugdige_telling.aantal_begin,
    jeugdige_telling.instroom,
    jeugdige_telling.doorstroom,
    jeugdige_telling.uitstroom,
    jeugdige_telling.aantal_eind,
    jeugdige_telling.aantal_keer_instroom,
    jeugdige_telling.aantal_keer_uitstroom
from jeugdige_telling
inner join niveau_naam on jeugdige_telling.niveau_nummer = niveau_naam.niveau_nummer
left join toewijzing
    on
        niveau_naam.gebied_code = toewijzing.gebied_code
        and niveau_naam.zorgvorm_groep = toewijzing.zorgvorm_groep
        and jeugdige_telling.kwartaal_begin = toewijzing.kwartaal_begin
