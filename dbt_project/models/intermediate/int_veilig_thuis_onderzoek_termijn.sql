-- Grain: onderzoek_nummer. The term runs from the triagebesluit on the first melding that led to
-- the onderzoek, and is unknown without it; a later melding does not start it anew. Whether an open
-- onderzoek is late is known up to the end of the halfjaar that was delivered.
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
        arg_min_null(triagebesluit_datum, (melding_datum, melding_nummer)) as triagebesluit_datum,
        max(ontvangst_datum) as ontvangst_datum
    from melding
    where onderzoek_nummer is not null
    group by onderzoek_nummer
),

met_termijn as (
    select
        eerste_triage.*,
        eerste_triage.triagebesluit_datum + termijn.aantal_dagen as termijn_datum
    from eerste_triage
    left join termijn
        on {{ geldt_op('eerste_triage.triagebesluit_datum', 'termijn') }}
)

select
    onderzoek.onderzoek_nummer,
    onderzoek.gemeente_code,
    onderzoek.start_datum,
    onderzoek.afronding_datum,
    met_termijn.triagebesluit_datum,
    met_termijn.termijn_datum,
    case
        when onderzoek.afronding_datum >= met_termijn.triagebesluit_datum
            then cast(onderzoek.afronding_datum - met_termijn.triagebesluit_datum as integer)
    end as onderzoek_dagen,
    case
        when onderzoek.afronding_datum <= met_termijn.termijn_datum then true
        when onderzoek.afronding_datum > met_termijn.termijn_datum then false
        when onderzoek.gezien_tot_datum > met_termijn.termijn_datum then false
    end as is_op_tijd,
    onderzoek.aard_geweld,
    onderzoek.uitkomst,
    onderzoek.vervolg,
    greatest(onderzoek.ontvangst_datum, met_termijn.ontvangst_datum) as ontvangst_datum
from onderzoek
left join met_termijn
    on onderzoek.onderzoek_nummer = met_termijn.onderzoek_nummer
