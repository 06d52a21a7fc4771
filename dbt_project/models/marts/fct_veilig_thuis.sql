-- Grain: soort, zaak_nummer: one advies, melding or onderzoek of Veilig Thuis. No person stands in
-- it. Answers that may be more than one are parted by a semicolon.
with advies as (
    select * from {{ ref('int_veilig_thuis_advies') }}
),

melding as (
    select * from {{ ref('int_veilig_thuis_triage') }}
),

onderzoek as (
    select * from {{ ref('int_veilig_thuis_onderzoek_termijn') }}
),

hoedanigheid as (
    select * from {{ ref('veilig_thuis_hoedanigheid') }}
),

zaak as (
    select
        'advies' as soort,
        advies_nummer as zaak_nummer,
        gemeente_code,
        halfjaar,
        cast(null as date) as begin_datum,
        cast(null as varchar) as casus_nummer,
        cast(null as varchar) as onderzoek_nummer,
        cast(null as boolean) as is_vervolgmelding,
        cast(null as date) as triagebesluit_datum,
        cast(null as varchar) as triagebesluit,
        cast(null as integer) as triage_dagen,
        cast(null as integer) as triage_werkdagen,
        cast(null as date) as afronding_datum,
        cast(null as integer) as onderzoek_dagen,
        cast(null as date) as termijn_datum,
        cast(null as boolean) as is_op_tijd,
        false as is_open,
        hoedanigheid,
        aanleiding,
        aard_geweld,
        cast(null as varchar) as directe_overdracht,
        cast(null as varchar) as uitkomst,
        cast(null as varchar) as vervolg,
        ontvangst_datum as bekend_sinds
    from advies
    union all
    select
        'melding' as soort,
        melding_nummer as zaak_nummer,
        gemeente_code,
        {{ halfjaar('melding_datum') }} as halfjaar,
        melding_datum as begin_datum,
        casus_nummer,
        onderzoek_nummer,
        is_vervolgmelding,
        triagebesluit_datum,
        triagebesluit,
        triage_dagen,
        triage_werkdagen,
        cast(null as date) as afronding_datum,
        cast(null as integer) as onderzoek_dagen,
        termijn_datum,
        is_op_tijd,
        triagebesluit_datum is null as is_open,
        hoedanigheid,
        aanleiding,
        aard_geweld,
        directe_overdracht,
        cast(null as varchar) as uitkomst,
        cast(null as varchar) as vervolg,
        ontvangst_datum as bekend_sinds
    from melding
    union all
    select
        'onderzoek' as soort,
        onderzoek_nummer as zaak_nummer,
        gemeente_code,
        {{ halfjaar('start_datum') }} as halfjaar,
        start_datum as begin_datum,
        cast(null as varchar) as casus_nummer,
        onderzoek_nummer,
        cast(null as boolean) as is_vervolgmelding,
        triagebesluit_datum,
        cast(null as varchar) as triagebesluit,
        cast(null as integer) as triage_dagen,
        cast(null as integer) as triage_werkdagen,
        afronding_datum,
        onderzoek_dagen,
        termijn_datum,
        is_op_tijd,
        afronding_datum is null as is_open,
        cast(null as varchar) as hoedanigheid,
        cast(null as varchar) as aanleiding,
        aard_geweld,
        cast(null as varchar) as directe_overdracht,
        uitkomst,
        vervolg,
        ontvangst_datum as bekend_sinds
    from onderzoek
)

select
    zaak.soort,
    zaak.zaak_nummer,
    zaak.gemeente_code,
    zaak.halfjaar,
    zaak.begin_datum,
    zaak.casus_nummer,
    zaak.onderzoek_nummer,
    zaak.is_vervolgmelding,
    zaak.triagebesluit_datum,
    zaak.triagebesluit,
    zaak.triage_dagen,
    zaak.triage_werkdagen,
    zaak.afronding_datum,
    zaak.onderzoek_dagen,
    cast(zaak.onderzoek_dagen / 7.0 as decimal(9, 1)) as onderzoek_weken,
    zaak.termijn_datum,
    zaak.is_op_tijd,
    zaak.is_open,
    zaak.hoedanigheid,
    case
        when zaak.soort != 'onderzoek'
            then coalesce(hoedanigheid.hoedanigheid_groep, 'onbekend')
    end as hoedanigheid_groep,
    zaak.aanleiding,
    zaak.aard_geweld,
    zaak.directe_overdracht,
    zaak.uitkomst,
    zaak.vervolg,
    zaak.bekend_sinds
from zaak
left join hoedanigheid
    on zaak.hoedanigheid = hoedanigheid.hoedanigheid
