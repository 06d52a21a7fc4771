-- Grain: BIJ traject, periode in which it ran. It counts in the gemeente where it ran last in that
-- periode: moving house opens no new traject. New or repeated looks back five years from the begin
-- of the periode.
with traject as (
    select * from {{ ref('fct_bij_traject') }}
),

deel as (
    select * from {{ ref('int_bij_samengevoegd') }}
),

periode as (
    select * from {{ ref('int_bij_periode') }}
),

woonplaats as (
    select
        deel.client_sleutel,
        deel.bij_hulpvorm_code,
        deel.aanbieder_agb,
        deel.start_datum,
        periode.periode,
        max_by(deel.gemeente_code, (deel.begin_datum, deel.gemeente_code)) as gemeente_code
    from deel
    inner join periode
        on
            deel.begin_datum <= periode.eind_datum
            and (deel.eind_datum is null or deel.eind_datum >= periode.begin_datum)
    group by
        deel.client_sleutel,
        deel.bij_hulpvorm_code,
        deel.aanbieder_agb,
        deel.start_datum,
        periode.periode
),

in_periode as (
    select
        traject.*,
        periode.periode,
        periode.begin_datum as periode_begin_datum,
        periode.eind_datum as periode_eind_datum,
        traject.start_datum >= periode.begin_datum as is_begonnen
    from traject
    inner join periode
        on
            traject.start_datum <= periode.eind_datum
            and (traject.eind_datum is null or traject.eind_datum >= periode.begin_datum)
)

select
    in_periode.client_sleutel,
    in_periode.bij_hulpvorm_code,
    in_periode.aanbieder_agb,
    in_periode.start_datum,
    woonplaats.gemeente_code,
    in_periode.periode,
    in_periode.duur_dagen,
    in_periode.is_begonnen,
    in_periode.is_begonnen and in_periode.is_gestart_met_crisis as is_begonnen_met_crisis,
    in_periode.is_begonnen and in_periode.heeft_aansluitende_hulp as is_aansluitend,
    in_periode.is_begonnen
    and coalesce(
        in_periode.eerdere_hulp_eind_datum
        >= in_periode.periode_begin_datum - interval 5 year,
        false
    ) as is_herhaald,
    coalesce(in_periode.eind_datum <= in_periode.periode_eind_datum, false) as is_beeindigd
from in_periode
inner join woonplaats
    on
        in_periode.client_sleutel = woonplaats.client_sleutel
        and in_periode.bij_hulpvorm_code = woonplaats.bij_hulpvorm_code
        and in_periode.aanbieder_agb = woonplaats.aanbieder_agb
        and in_periode.start_datum = woonplaats.start_datum
        and in_periode.periode = woonplaats.periode
