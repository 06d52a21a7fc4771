-- Grain: wachttijd_sleutel: a live toewijzing, or an open request. One need of care to wait for.
with toewijzing as (
    select * from {{ ref('int_toewijzing_actueel') }}
),

toewijzing_verwijzer as (
    select * from {{ ref('int_toewijzing_verwijzer') }}
),

toewijzing_gewenst as (
    select * from {{ ref('int_toewijzing_gewenst') }}
),

aanbieder_gewisseld as (
    select * from {{ ref('int_wacht_aanbieder_gewisseld') }}
),

verzoek as (
    select * from {{ ref('int_verzoek_open') }}
),

verzoek_dubbel as (
    select * from {{ ref('int_verzoek_dubbel') }}
),

segment as (
    select * from {{ ref('int_zorgsegment') }}
),

netto as (
    select * from {{ ref('int_declaratie_netto_maand') }}
),

verwijzer as (
    select * from {{ ref('verwijzer') }}
),

eerste_start as (
    select
        gemeente_code,
        toewijzing_nummer,
        aanbieder_agb,
        min(begin_datum) as start_datum,
        min_by(bekend_sinds, (begin_datum, bekend_sinds)) as bekend_sinds
    from segment
    where toewijzing_nummer is not null
    group by gemeente_code, toewijzing_nummer, aanbieder_agb
),

gedeclareerd as (
    select
        gemeente_code,
        toewijzing_nummer,
        max(bekend_sinds) as bekend_sinds
    from netto
    group by gemeente_code, toewijzing_nummer
),

per_toewijzing as (
    select
        'toewijzing' as soort,
        'toewijzing-' || toewijzing.gemeente_code || '-' || toewijzing.toewijzing_nummer
            as wachttijd_sleutel,
        toewijzing.gemeente_code,
        toewijzing.toewijzing_nummer,
        toewijzing.referentie_aanbieder,
        toewijzing.client_sleutel,
        toewijzing.aanbieder_agb,
        toewijzing.product_categorie_code,
        toewijzing.zorgvorm,
        toewijzing.zorgvorm_groep,
        toewijzing.niveau,
        toewijzing_verwijzer.verwijzer_groep,
        toewijzing_verwijzer.route,
        toewijzing_verwijzer.verzoek_datum,
        toewijzing.eerste_toewijzing_datum as toewijzing_datum,
        eerste_start.start_datum,
        toewijzing.ingang_datum,
        coalesce(
            toewijzing_verwijzer.gewenste_ingang_datum, toewijzing_gewenst.gewenste_ingang_datum
        ) as gewenste_ingang_datum,
        toewijzing.eind_datum,
        toewijzing.reden_wijziging_code,
        gedeclareerd.toewijzing_nummer is not null as heeft_declaratie,
        aanbieder_gewisseld.toewijzing_nummer is not null as is_aanbieder_gewisseld,
        false as is_dubbel_verzoek,
        greatest(
            toewijzing.bekend_sinds,
            toewijzing_verwijzer.verzoek_datum,
            eerste_start.bekend_sinds,
            aanbieder_gewisseld.bekend_sinds,
            case when eerste_start.start_datum is null then gedeclareerd.bekend_sinds end
        ) as bekend_sinds
    from toewijzing
    left join toewijzing_verwijzer
        on
            toewijzing.gemeente_code = toewijzing_verwijzer.gemeente_code
            and toewijzing.toewijzing_nummer = toewijzing_verwijzer.toewijzing_nummer
    left join toewijzing_gewenst
        on
            toewijzing.gemeente_code = toewijzing_gewenst.gemeente_code
            and toewijzing.toewijzing_nummer = toewijzing_gewenst.toewijzing_nummer
    left join aanbieder_gewisseld
        on
            toewijzing.gemeente_code = aanbieder_gewisseld.gemeente_code
            and toewijzing.toewijzing_nummer = aanbieder_gewisseld.toewijzing_nummer
    left join eerste_start
        on
            toewijzing.gemeente_code = eerste_start.gemeente_code
            and toewijzing.toewijzing_nummer = eerste_start.toewijzing_nummer
            and toewijzing.aanbieder_agb = eerste_start.aanbieder_agb
    left join gedeclareerd
        on
            toewijzing.gemeente_code = gedeclareerd.gemeente_code
            and toewijzing.toewijzing_nummer = gedeclareerd.toewijzing_nummer
),

per_verzoek as (
    select
        'verzoek' as soort,
        'verzoek-' || verzoek.gemeente_code || '-' || verzoek.aanbieder_agb || '-'
        || verzoek.referentie_aanbieder as wachttijd_sleutel,
        verzoek.gemeente_code,
        cast(null as bigint) as toewijzing_nummer,
        verzoek.referentie_aanbieder,
        verzoek.client_sleutel,
        verzoek.aanbieder_agb,
        verzoek.product_categorie_code,
        verzoek.zorgvorm,
        verzoek.zorgvorm_groep,
        verzoek.niveau,
        coalesce(verwijzer.verwijzer_groep, 'gemeente') as verwijzer_groep,
        'verzoek' as route,
        verzoek.verzoek_datum,
        cast(null as date) as toewijzing_datum,
        cast(null as date) as start_datum,
        verzoek.ingang_datum,
        verzoek.ingang_datum as gewenste_ingang_datum,
        verzoek.eind_datum,
        cast(null as varchar) as reden_wijziging_code,
        false as heeft_declaratie,
        false as is_aanbieder_gewisseld,
        verzoek_dubbel.referentie_aanbieder is not null as is_dubbel_verzoek,
        greatest(verzoek.verzoek_datum, verzoek_dubbel.bekend_sinds) as bekend_sinds
    from verzoek
    left join verzoek_dubbel
        on
            verzoek.aanbieder_agb = verzoek_dubbel.aanbieder_agb
            and verzoek.referentie_aanbieder = verzoek_dubbel.referentie_aanbieder
            and verzoek.gemeente_code = verzoek_dubbel.gemeente_code
    left join verwijzer
        on
            verzoek.verwijzer_type_code = verwijzer.verwijzer_type_code
            and {{ geldt_op('verzoek.verzoek_datum', 'verwijzer') }}
)

select * from per_toewijzing
union all
select * from per_verzoek
