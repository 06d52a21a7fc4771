-- Grain: line that stands (aanbieder_agb, referentie_nummer): how it lies against its toewijzing as
-- that is now, and against the care that was reported.
with regel as (
    select * from {{ ref('int_bevinding_regel') }}
),

toewijzing as (
    select * from {{ ref('int_toewijzing_actueel') }}
),

segment as (
    select * from {{ ref('int_zorgsegment') }}
),

omrekening as (
    select * from {{ ref('eenheid_omrekening') }}
),

-- the care that had begun by the end of the month and lasted longest
laatste_segment as (
    select
        regel.aanbieder_agb,
        regel.referentie_nummer,
        coalesce(segment.eind_datum, date '9999-12-31') >= regel.zorgmaand as is_in_zorg,
        coalesce(segment.definitief_eind_datum < regel.zorgmaand, false) as is_na_definitieve_stop,
        segment.bekend_sinds
    from regel
    inner join segment
        on
            regel.gemeente_code = segment.gemeente_code
            and regel.toewijzing_nummer = segment.toewijzing_nummer
            and regel.aanbieder_agb = segment.aanbieder_agb
            and segment.begin_datum <= {{ laatste_van_maand('regel.zorgmaand') }}
    qualify
        row_number() over (
            partition by regel.aanbieder_agb, regel.referentie_nummer
            order by
                coalesce(segment.eind_datum, date '9999-12-31') desc,
                coalesce(segment.definitief_eind_datum, date '9999-12-31') desc
        ) = 1
),

beoordeeld as (
    select
        regel.aanbieder_agb,
        regel.referentie_nummer,
        regel.gemeente_code,
        regel.toewijzing_nummer,
        regel.client_sleutel,
        coalesce(toewijzing.zorgvorm, regel.zorgvorm) as zorgvorm,
        regel.zorgmaand,
        regel.product_periode_begin_datum,
        regel.product_periode_eind_datum,
        regel.ingediend_eurocent,
        regel.volume * coalesce(omrekening.aantal, 1) as basis_volume,
        coalesce(omrekening.basis_eenheid_code, regel.eenheid_code) as basis_eenheid_code,
        case
            when not regel.is_toewijzing_bekend then 'onbekend'
            when regel.is_verwijderd then 'verwijderd'
            when
                regel.client_sleutel != regel.toegewezen_client_sleutel
                or regel.aanbieder_agb != regel.toegewezen_aanbieder_agb
                then 'andere_houder'
            else 'eigen'
        end as soort_toewijzing,
        toewijzing.ingang_datum,
        coalesce(toewijzing.eind_datum, date '9999-12-31') as eind_datum,
        laatste_segment.is_in_zorg,
        laatste_segment.is_na_definitieve_stop,
        greatest(regel.bekend_sinds, laatste_segment.bekend_sinds) as bekend_sinds
    from regel
    left join toewijzing
        on
            regel.gemeente_code = toewijzing.gemeente_code
            and regel.toewijzing_nummer = toewijzing.toewijzing_nummer
    left join omrekening on regel.eenheid_code = omrekening.eenheid_code
    left join laatste_segment
        on
            regel.aanbieder_agb = laatste_segment.aanbieder_agb
            and regel.referentie_nummer = laatste_segment.referentie_nummer
)

select
    aanbieder_agb,
    referentie_nummer,
    gemeente_code,
    toewijzing_nummer,
    client_sleutel,
    zorgvorm,
    zorgmaand,
    product_periode_begin_datum,
    product_periode_eind_datum,
    ingediend_eurocent,
    basis_volume,
    basis_eenheid_code,
    soort_toewijzing,
    soort_toewijzing = 'eigen'
    and (
        product_periode_begin_datum > eind_datum or product_periode_eind_datum < ingang_datum
    ) as is_buiten_periode,
    soort_toewijzing = 'eigen'
    and product_periode_begin_datum <= eind_datum
    and product_periode_eind_datum >= ingang_datum
    and (
        product_periode_begin_datum < ingang_datum or product_periode_eind_datum > eind_datum
    ) as is_deels_buiten_periode,
    soort_toewijzing = 'eigen'
    and coalesce(not is_in_zorg and is_na_definitieve_stop, false) as is_na_stop,
    soort_toewijzing = 'eigen'
    and coalesce(not is_in_zorg and not is_na_definitieve_stop, false)
        as is_tijdens_tijdelijke_stop,
    bekend_sinds
from beoordeeld
