-- Grain: onderzoek_nummer. The term runs from the triagebesluit on the first melding that led to
-- the onderzoek; a later melding does not start it anew. Whether an open onderzoek is late is known
-- up to the day of the delivery that told so.
with onderzoek as (
    select * from {{ ref('int_veilig_thuis_onderzoek') }}
),

melding as (
    select * from {{ ref('int_veilig_thuis_melding') }}
),

termijn as (
    select *
    from {{ ref('veilig_thuis_termijn') }}
    where termijn = 'onderzoek'
),

eerste_triage as (
    select
        onderzoek_nummer,
        min_by(triagebesluit_datum, (melding_datum, melding_nummer)) as triagebesluit_datum,
        max(ontvangst_datum) as ontvangst_datum
    from melding
    where onderzoek_nummer is not null
    group by onderzoek_nummer
)

select
    onderzoek.onderzoek_nummer,
    onderzoek.gemeente_code,
    onderzoek.start_datum,
    onderzoek.afronding_datum,
    eerste_triage.triagebesluit_datum,
    eerste_triage.triagebesluit_datum + termijn.aantal_dagen as termijn_datum,
    case
        when onderzoek.afronding_datum >= eerste_triage.triagebesluit_datum
            then cast(onderzoek.afronding_datum - eerste_triage.triagebesluit_datum as integer)
    end as onderzoek_dagen,
    case
        when onderzoek.afronding_datum is not null
            then onderzoek.afronding_datum
                <= eerste_triage.triagebesluit_datum + termijn.aantal_dagen
        when onderzoek.ontvangst_datum > eerste_triage.triagebesluit_datum + termijn.aantal_dagen
            then false
    end as is_op_tijd,
    onderzoek.aard_geweld,
    onderzoek.uitkomst,
    onderzoek.vervolg,
    greatest(onderzoek.ontvangst_datum, eerste_triage.ontvangst_datum) as ontvangst_datum
from onderzoek
left join eerste_triage
    on onderzoek.onderzoek_nummer = eerste_triage.onderzoek_nummer
left join termijn
    on {{ geldt_op('eerste_triage.triagebesluit_datum', 'termijn') }}
