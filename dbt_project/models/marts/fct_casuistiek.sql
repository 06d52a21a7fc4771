-- Grain: jaar of care, published area, client_sleutel with a line that counts. A youth has a row
-- in each gemeente that pays and one in the region: areas are ranked apart and never added up.
with kosten as (
    select * from {{ ref('int_casus_kosten') }}
),

verwijzer as (
    select * from {{ ref('int_casus_verwijzer') }}
),

zorggebruik as (
    select * from {{ ref('fct_zorggebruik') }}
),

gebied as (
    select * from {{ ref('int_publicatie_gebied') }}
),

zorgvorm as (
    select * from {{ ref('zorgvorm') }}
),

zorgzwaarte_band as (
    select * from {{ ref('zorgzwaarte_band') }}
),

casuistiek_grens as (
    select * from {{ ref('casuistiek_grens') }}
),

per_toewijzing as (
    select
        jaar,
        gebied_code,
        client_sleutel,
        gemeente_code,
        toewijzing_nummer
    from kosten
    group by jaar, gebied_code, client_sleutel, gemeente_code, toewijzing_nummer
    having sum(kosten_eurocent) > 0
),

aantal_toewijzing as (
    select
        jaar,
        gebied_code,
        client_sleutel,
        count(*) as aantal_toewijzingen
    from per_toewijzing
    group by jaar, gebied_code, client_sleutel
),

per_zorgvorm as (
    select
        jaar,
        gebied_code,
        client_sleutel,
        zorgvorm
    from kosten
    group by jaar, gebied_code, client_sleutel, zorgvorm
    having sum(kosten_eurocent) > 0
),

aantal_zorgvorm as (
    select
        per_zorgvorm.jaar,
        per_zorgvorm.gebied_code,
        per_zorgvorm.client_sleutel,
        count(*) as aantal_zorgvormen,
        bool_or(zorgvorm.met_verblijf) as heeft_verblijf
    from per_zorgvorm
    inner join zorgvorm on per_zorgvorm.zorgvorm = zorgvorm.zorgvorm
    group by per_zorgvorm.jaar, per_zorgvorm.gebied_code, per_zorgvorm.client_sleutel
),

casus as (
    select
        jaar,
        gebied_code,
        client_sleutel,
        cast(sum(kosten_eurocent) as bigint) as kosten_eurocent,
        make_date(jaar, 1, 1) as eerste_dag,
        row_number() over (
            partition by jaar, gebied_code
            order by
                sum(kosten_eurocent) desc,
                min((gemeente_code, toewijzing_nummer)) asc,
                client_sleutel asc
        ) as plek,
        max(bekend_sinds) as bekend_sinds
    from kosten
    group by jaar, gebied_code, client_sleutel
),

gerangschikt as (
    select
        casus.*,
        case when casus.kosten_eurocent > 0 then casus.plek end as rang,
        casus.kosten_eurocent > 0 and casus.plek <= casuistiek_grens.aantal_duurste as is_duurste
    from casus
    inner join casuistiek_grens on {{ geldt_op('casus.eerste_dag', 'casuistiek_grens') }}
),

bekend_jaar as (
    select distinct
        jaar,
        gebied_code
    from casus
),

zorg_gemeente as (
    select distinct
        gemeente_code,
        client_sleutel,
        extract(year from zorgmaand) as jaar
    from zorggebruik
),

zorg_jaar as (
    select distinct
        gebied.gebied_code,
        zorg_gemeente.client_sleutel,
        zorg_gemeente.jaar
    from zorg_gemeente
    inner join gebied on zorg_gemeente.gemeente_code = gebied.gemeente_code
)

select
    gerangschikt.jaar,
    gerangschikt.gebied_code,
    gerangschikt.client_sleutel,
    gerangschikt.kosten_eurocent,
    zorgzwaarte_band.zorgzwaarte_band,
    cast(gerangschikt.rang as integer) as rang,
    gerangschikt.is_duurste,
    -- of the year before the first one nothing is known
    case
        when bekend_jaar.jaar is not null
            then gerangschikt.is_duurste and coalesce(vorig.is_duurste, false)
    end as is_doorstroom,
    case
        when bekend_jaar.jaar is not null then zorg_jaar.jaar is not null
    end as heeft_zorg_vorig_jaar,
    verwijzer.verwijzer_groep,
    cast(coalesce(aantal_toewijzing.aantal_toewijzingen, 0) as integer) as aantal_toewijzingen,
    cast(coalesce(aantal_zorgvorm.aantal_zorgvormen, 0) as integer) as aantal_zorgvormen,
    coalesce(aantal_zorgvorm.heeft_verblijf, false) as heeft_verblijf,
    gerangschikt.bekend_sinds
from gerangschikt
inner join verwijzer
    on
        gerangschikt.jaar = verwijzer.jaar
        and gerangschikt.gebied_code = verwijzer.gebied_code
        and gerangschikt.client_sleutel = verwijzer.client_sleutel
left join aantal_toewijzing
    on
        gerangschikt.jaar = aantal_toewijzing.jaar
        and gerangschikt.gebied_code = aantal_toewijzing.gebied_code
        and gerangschikt.client_sleutel = aantal_toewijzing.client_sleutel
left join aantal_zorgvorm
    on
        gerangschikt.jaar = aantal_zorgvorm.jaar
        and gerangschikt.gebied_code = aantal_zorgvorm.gebied_code
        and gerangschikt.client_sleutel = aantal_zorgvorm.client_sleutel
left join zorgzwaarte_band
    on
        gerangschikt.rang is not null
        and gerangschikt.kosten_eurocent >= 100 * zorgzwaarte_band.vanaf_euro
        and (
            zorgzwaarte_band.tot_euro is null
            or gerangschikt.kosten_eurocent < 100 * zorgzwaarte_band.tot_euro
        )
        and {{ geldt_op('gerangschikt.eerste_dag', 'zorgzwaarte_band') }}
left join bekend_jaar
    on
        gerangschikt.jaar - 1 = bekend_jaar.jaar
        and gerangschikt.gebied_code = bekend_jaar.gebied_code
left join gerangschikt as vorig
    on
        gerangschikt.jaar - 1 = vorig.jaar
        and gerangschikt.gebied_code = vorig.gebied_code
        and gerangschikt.client_sleutel = vorig.client_sleutel
left join zorg_jaar
    on
        gerangschikt.jaar - 1 = zorg_jaar.jaar
        and gerangschikt.gebied_code = zorg_jaar.gebied_code
        and gerangschikt.client_sleutel = zorg_jaar.client_sleutel
