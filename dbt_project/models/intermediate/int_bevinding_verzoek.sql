-- Grain: rule, request. Its reference was used before (TR347), it was sent while another request
-- for the jeugdige was open (TR374), or it waits too long for a decision (W021). A request that was
-- rejected by woonplaatsbeginsel may go to the right gemeente under the same reference.
with aanvraag as (
    select * from {{ ref('int_bevinding_aanvraag') }}
),

antwoord as (
    select * from {{ ref('stg_ijw__antwoord') }}
),

geldig as (
    select * from {{ ref('int_bericht_geldig') }}
),

verzoek_antwoord as (
    select * from {{ ref('int_verzoek_antwoord') }}
),

werkdag as (
    select * from {{ ref('int_werkdag') }}
),

ijw_termijn as (
    select * from {{ ref('ijw_termijn') }}
),

peil as (
    select * from {{ ref('int_peildatum') }}
),

doorverwezen as (
    select distinct
        antwoord.aanbieder_agb,
        antwoord.referentie_aanbieder,
        antwoord.woonplaats_gemeente_code as gemeente_code
    from antwoord
    inner join geldig on antwoord.bericht_sleutel = geldig.bericht_sleutel
    where antwoord.woonplaats_gemeente_code is not null
),

genummerd as (
    select
        aanvraag.*,
        row_number() over (
            partition by aanvraag.aanbieder_agb, aanvraag.referentie_aanbieder
            order by
                aanvraag.dagtekening_datum asc,
                aanvraag.bericht asc,
                aanvraag.bericht_identificatie asc,
                aanvraag.gemeente_code asc
        ) as volgnummer,
        row_number() over (
            partition by
                aanvraag.aanbieder_agb, aanvraag.referentie_aanbieder, aanvraag.gemeente_code
            order by
                aanvraag.dagtekening_datum asc,
                aanvraag.bericht asc,
                aanvraag.bericht_identificatie asc
        ) as volgnummer_in_gemeente,
        doorverwezen.gemeente_code is not null as is_doorverwezen
    from aanvraag
    left join doorverwezen
        on
            aanvraag.aanbieder_agb = doorverwezen.aanbieder_agb
            and aanvraag.referentie_aanbieder = doorverwezen.referentie_aanbieder
            and aanvraag.gemeente_code = doorverwezen.gemeente_code
),

naast_eerdere as (
    select
        aanvraag.bericht,
        aanvraag.aanbieder_agb,
        aanvraag.gemeente_code,
        aanvraag.referentie_aanbieder,
        aanvraag.dagtekening_datum,
        coalesce(aanvraag.dagtekening_datum < eerdere.besluit_datum, true) as is_eerdere_open
    from aanvraag
    inner join aanvraag as eerdere
        on
            aanvraag.gemeente_code = eerdere.gemeente_code
            and aanvraag.aanbieder_agb = eerdere.aanbieder_agb
            and aanvraag.client_sleutel = eerdere.client_sleutel
            and aanvraag.bericht_sleutel != eerdere.bericht_sleutel
            and (aanvraag.dagtekening_datum, aanvraag.bericht, aanvraag.bericht_identificatie)
            > (eerdere.dagtekening_datum, eerdere.bericht, eerdere.bericht_identificatie)
),

onbeslist as (
    select
        aanvraag.bericht,
        aanvraag.aanbieder_agb,
        aanvraag.gemeente_code,
        aanvraag.referentie_aanbieder,
        aanvraag.dagtekening_datum,
        case
            when verzoek_antwoord.is_in_onderzoek then 'verzoek_onderzocht'
            else 'verzoek_beantwoord'
        end as termijn
    from aanvraag
    left join verzoek_antwoord
        on
            aanvraag.gemeente_code = verzoek_antwoord.gemeente_code
            and aanvraag.aanbieder_agb = verzoek_antwoord.aanbieder_agb
            and aanvraag.referentie_aanbieder = verzoek_antwoord.referentie_aanbieder
    where aanvraag.besluit_datum is null
),

met_uiterste_dag as (
    select
        onbeslist.*,
        case
            when ijw_termijn.eenheid = 'dagen'
                then cast(
                    onbeslist.dagtekening_datum + interval (ijw_termijn.aantal + 1) day as date
                )
            else eerste_dag_te_laat.datum
        end as te_laat_datum
    from onbeslist
    inner join ijw_termijn on onbeslist.termijn = ijw_termijn.termijn
    inner join werkdag on onbeslist.dagtekening_datum = werkdag.datum
    inner join werkdag as eerste_dag_te_laat
        on
            eerste_dag_te_laat.is_werkdag
            and werkdag.werkdag_nummer + ijw_termijn.aantal + 1
            = eerste_dag_te_laat.werkdag_nummer
)

select
    'TR347' as regel_code,
    bericht,
    aanbieder_agb,
    gemeente_code,
    'gemeente ' || gemeente_code || ', verzoek ' || referentie_aanbieder as plaats,
    min(dagtekening_datum) as eerste_gezien
from genummerd
where volgnummer > 1 and (volgnummer_in_gemeente > 1 or not is_doorverwezen)
group by bericht, aanbieder_agb, gemeente_code, referentie_aanbieder
union all
select
    'TR374' as regel_code,
    bericht,
    aanbieder_agb,
    gemeente_code,
    'gemeente ' || gemeente_code || ', verzoek ' || referentie_aanbieder as plaats,
    min(dagtekening_datum) as eerste_gezien
from naast_eerdere
where is_eerdere_open
group by bericht, aanbieder_agb, gemeente_code, referentie_aanbieder
union all
select
    'W021' as regel_code,
    'jw319' as bericht,
    met_uiterste_dag.aanbieder_agb,
    met_uiterste_dag.gemeente_code,
    'gemeente ' || met_uiterste_dag.gemeente_code
    || ', verzoek ' || met_uiterste_dag.referentie_aanbieder as plaats,
    min(met_uiterste_dag.te_laat_datum) as eerste_gezien
from met_uiterste_dag
cross join peil
where met_uiterste_dag.te_laat_datum <= peil.peildatum
group by
    met_uiterste_dag.aanbieder_agb,
    met_uiterste_dag.gemeente_code,
    met_uiterste_dag.referentie_aanbieder
