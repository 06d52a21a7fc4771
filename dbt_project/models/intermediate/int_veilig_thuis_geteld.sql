-- Grain: published area, halfjaar. Cases by the halfjaar in which they came in; terms by the
-- halfjaar in which the term ended, so that every case with a term is judged once.
with zaak as (
    select * from {{ ref('fct_veilig_thuis') }}
),

gebied as (
    select * from {{ ref('int_publicatie_gebied') }}
),

per_gebied as (
    select
        gebied.gebied_code,
        zaak.*
    from zaak
    inner join gebied on zaak.gemeente_code = gebied.gemeente_code
),

begonnen as (
    select
        gebied_code,
        halfjaar,
        count(*) filter (where soort = 'advies') as aantal_adviezen,
        count(*) filter (where soort = 'melding') as aantal_meldingen,
        count(distinct casus_nummer) as aantal_casussen,
        count(*) filter (where soort = 'onderzoek') as aantal_onderzoeken,
        count(*) filter (where soort = 'melding' and is_open) as aantal_open_triage,
        quantile_cont(triage_dagen, 0.5) as mediaan_triage_dagen,
        count(triage_dagen) as triage_gemeten
    from per_gebied
    group by gebied_code, halfjaar
),

termijn as (
    select
        gebied_code,
        {{ halfjaar('termijn_datum') }} as halfjaar,
        count(*) filter (where soort = 'melding') as triage_beoordeeld,
        count(*) filter (where soort = 'melding' and is_op_tijd) as triage_op_tijd,
        count(*) filter (where soort = 'onderzoek') as onderzoek_beoordeeld,
        count(*) filter (where soort = 'onderzoek' and is_op_tijd) as onderzoek_op_tijd
    from per_gebied
    where is_op_tijd is not null
    group by gebied_code, {{ halfjaar('termijn_datum') }}
)

select
    coalesce(begonnen.gebied_code, termijn.gebied_code) as gebied_code,
    coalesce(begonnen.halfjaar, termijn.halfjaar) as halfjaar,
    coalesce(begonnen.aantal_adviezen, 0) as aantal_adviezen,
    coalesce(begonnen.aantal_meldingen, 0) as aantal_meldingen,
    coalesce(begonnen.aantal_casussen, 0) as aantal_casussen,
    coalesce(begonnen.aantal_onderzoeken, 0) as aantal_onderzoeken,
    coalesce(begonnen.aantal_open_triage, 0) as aantal_open_triage,
    begonnen.mediaan_triage_dagen,
    coalesce(begonnen.triage_gemeten, 0) as triage_gemeten,
    coalesce(termijn.triage_beoordeeld, 0) as triage_beoordeeld,
    coalesce(termijn.triage_op_tijd, 0) as triage_op_tijd,
    coalesce(termijn.onderzoek_beoordeeld, 0) as onderzoek_beoordeeld,
    coalesce(termijn.onderzoek_op_tijd, 0) as onderzoek_op_tijd
from begonnen
full join termijn
    on
        begonnen.gebied_code = termijn.gebied_code
        and begonnen.halfjaar = termijn.halfjaar
