-- Grain: melding_nummer. The term of the triage runs from the melding. Whether one without a
-- triagebesluit is late is known up to the end of the halfjaar that was delivered. A melding that
-- comes while its onderzoek was already open follows on the first one.
with melding as (
    select * from {{ ref('int_veilig_thuis_melding') }}
),

onderzoek as (
    select * from {{ ref('int_veilig_thuis_onderzoek') }}
),

termijn as (
    select *
    from {{ ref('veilig_thuis_termijn') }}
    where termijn = 'triage'
),

werkdag as (
    select * from {{ ref('int_werkdag') }}
),

gerangschikt as (
    select
        melding.*,
        melding.melding_datum + termijn.aantal_dagen as termijn_datum,
        row_number() over (
            partition by melding.onderzoek_nummer
            order by melding.melding_datum asc, melding.melding_nummer asc
        ) as volgorde_in_onderzoek
    from melding
    left join termijn
        on {{ geldt_op('melding.melding_datum', 'termijn') }}
)

select
    gerangschikt.melding_nummer,
    gerangschikt.gemeente_code,
    coalesce(gerangschikt.casus_nummer, gerangschikt.melding_nummer) as casus_nummer,
    gerangschikt.onderzoek_nummer,
    gerangschikt.melding_datum,
    gerangschikt.triagebesluit_datum,
    gerangschikt.triagebesluit,
    gerangschikt.onderzoek_nummer is not null
    and gerangschikt.volgorde_in_onderzoek > 1
    and (
        onderzoek.afronding_datum is null
        or gerangschikt.melding_datum <= onderzoek.afronding_datum
    ) as is_vervolgmelding,
    case
        when gerangschikt.triagebesluit_datum is not null
            then cast(
                greatest(0, gerangschikt.triagebesluit_datum - gerangschikt.melding_datum)
                as integer
            )
    end as triage_dagen,
    case
        when op_besluit.datum is not null
            then greatest(0, op_besluit.werkdag_nummer - op_melding.werkdag_nummer)
    end as triage_werkdagen,
    gerangschikt.termijn_datum,
    case
        when gerangschikt.triagebesluit_datum <= gerangschikt.termijn_datum then true
        when gerangschikt.triagebesluit_datum > gerangschikt.termijn_datum then false
        when gerangschikt.gezien_tot_datum > gerangschikt.termijn_datum then false
    end as is_op_tijd,
    gerangschikt.hoedanigheid,
    gerangschikt.aanleiding,
    gerangschikt.aard_geweld,
    gerangschikt.directe_overdracht,
    gerangschikt.ontvangst_datum
from gerangschikt
left join onderzoek
    on gerangschikt.onderzoek_nummer = onderzoek.onderzoek_nummer
left join werkdag as op_melding
    on gerangschikt.melding_datum = op_melding.datum
left join werkdag as op_besluit
    on gerangschikt.triagebesluit_datum = op_besluit.datum
