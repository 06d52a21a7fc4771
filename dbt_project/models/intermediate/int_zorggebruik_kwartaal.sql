-- Grain: published area, published zorgvorm, kwartaal with care. Not yet suppressed. In care at the
-- begin or the end of a kwartaal means in care in both months around that moment, so
-- begin + aantal_keer_instroom - aantal_keer_uitstroom = end.
with zorggebruik as (
    select * from {{ ref('fct_zorggebruik') }}
),

zorgmaand as (
    select * from {{ ref('int_zorgmaand') }}
),

toewijzing as (
    select * from {{ ref('int_toewijzing_actueel') }}
),

gebied as (
    select * from {{ ref('int_publicatie_gebied') }}
),

zorgvorm as (
    select * from {{ ref('int_publicatie_zorgvorm') }}
),

-- in care on a level as long as one of the zorgvormen or gemeenten in it runs
per_maand as (
    select
        gebied.gebied_code,
        zorgvorm.zorgvorm_groep,
        zorggebruik.client_sleutel,
        zorggebruik.zorgmaand,
        bool_or(zorggebruik.is_doorstroom) as is_doorstroom,
        bool_and(zorggebruik.is_uitstroom) as is_uitstroom,
        bool_and(zorggebruik.basis = 'declaratie') as is_declaratie
    from zorggebruik
    inner join gebied on zorggebruik.gemeente_code = gebied.gemeente_code
    inner join zorgvorm on zorggebruik.zorgvorm = zorgvorm.zorgvorm
    group by
        gebied.gebied_code,
        zorgvorm.zorgvorm_groep,
        zorggebruik.client_sleutel,
        zorggebruik.zorgmaand
),

met_buurmaand as (
    select
        *,
        cast(date_trunc('quarter', zorgmaand) as date) as kwartaal_begin,
        coalesce(
            lag(zorgmaand) over reeks < {{ tel_maanden_op('zorgmaand', -1) }}, true
        ) as is_begin_van_reeks,
        coalesce(
            lead(zorgmaand) over reeks > {{ tel_maanden_op('zorgmaand', 1) }}, true
        ) as is_eind_van_reeks
    from per_maand
    window reeks as (
        partition by gebied_code, zorgvorm_groep, client_sleutel order by zorgmaand asc
    )
),

per_jeugdige as (
    select
        gebied_code,
        zorgvorm_groep,
        client_sleutel,
        kwartaal_begin,
        bool_and(is_declaratie) as is_alleen_declaratie,
        bool_or(is_begin_van_reeks and is_doorstroom) as is_doorstroom,
        bool_or(zorgmaand = kwartaal_begin and not is_begin_van_reeks) as is_er_aan_het_begin,
        max_by(not (is_eind_van_reeks and is_uitstroom), zorgmaand) as is_er_aan_het_eind,
        count_if(is_begin_van_reeks) as aantal_keer_instroom,
        count_if(is_eind_van_reeks and is_uitstroom) as aantal_keer_uitstroom
    from met_buurmaand
    group by gebied_code, zorgvorm_groep, client_sleutel, kwartaal_begin
),

toewijzing_kwartaal as (
    select distinct
        zorgmaand.gemeente_code,
        zorgmaand.zorgvorm,
        zorgmaand.toewijzing_nummer,
        cast(date_trunc('quarter', zorgmaand.zorgmaand) as date) as kwartaal_begin
    from zorgmaand
    inner join toewijzing
        on
            zorgmaand.gemeente_code = toewijzing.gemeente_code
            and zorgmaand.toewijzing_nummer = toewijzing.toewijzing_nummer
),

toewijzing_telling as (
    select
        gebied.gebied_code,
        zorgvorm.zorgvorm_groep,
        toewijzing_kwartaal.kwartaal_begin,
        count(*) as aantal_toewijzingen
    from toewijzing_kwartaal
    inner join gebied on toewijzing_kwartaal.gemeente_code = gebied.gemeente_code
    inner join zorgvorm on toewijzing_kwartaal.zorgvorm = zorgvorm.zorgvorm
    group by gebied.gebied_code, zorgvorm.zorgvorm_groep, toewijzing_kwartaal.kwartaal_begin
),

jeugdige_telling as (
    select
        gebied_code,
        zorgvorm_groep,
        kwartaal_begin,
        count(*) as aantal_jeugdigen,
        count_if(is_alleen_declaratie) as aantal_alleen_declaratie,
        count_if(is_er_aan_het_begin) as aantal_begin,
        count_if(aantal_keer_instroom > 0) as instroom,
        count_if(is_doorstroom) as doorstroom,
        count_if(aantal_keer_uitstroom > 0) as uitstroom,
        count_if(is_er_aan_het_eind) as aantal_eind,
        sum(aantal_keer_instroom) as aantal_keer_instroom,
        sum(aantal_keer_uitstroom) as aantal_keer_uitstroom
    from per_jeugdige
    group by gebied_code, zorgvorm_groep, kwartaal_begin
)

select
    jeugdige_telling.gebied_code,
    jeugdige_telling.zorgvorm_groep,
    {{ kwartaal('jeugdige_telling.kwartaal_begin') }} as kwartaal,
    jeugdige_telling.kwartaal_begin,
    jeugdige_telling.aantal_jeugdigen,
    coalesce(toewijzing_telling.aantal_toewijzingen, 0) as aantal_toewijzingen,
    jeugdige_telling.aantal_alleen_declaratie,
    jeugdige_telling.aantal_begin,
    jeugdige_telling.instroom,
    jeugdige_telling.doorstroom,
    jeugdige_telling.uitstroom,
    jeugdige_telling.aantal_eind,
    jeugdige_telling.aantal_keer_instroom,
    jeugdige_telling.aantal_keer_uitstroom
from jeugdige_telling
left join toewijzing_telling
    on
        jeugdige_telling.gebied_code = toewijzing_telling.gebied_code
        and jeugdige_telling.zorgvorm_groep = toewijzing_telling.zorgvorm_groep
        and jeugdige_telling.kwartaal_begin = toewijzing_telling.kwartaal_begin
