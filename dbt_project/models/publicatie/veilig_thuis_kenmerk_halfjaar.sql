-- Grain: halfjaar, gemeente or region, soort, kenmerk, waarde. A case may have more answers than
-- one.
with kenmerk as (
    select * from {{ ref('int_veilig_thuis_kenmerk') }}
),

halfjaar as (
    select * from {{ ref('int_veilig_thuis_halfjaar') }}
),

gebied as (
    select * from {{ ref('int_publicatie_gebied') }}
),

reeks as (
    select * from {{ ref('veilig_thuis_reeks') }}
),

gebruikte_waarde as (
    select distinct
        soort,
        kenmerk,
        waarde
    from kenmerk
),

per_gebied as (
    select
        gebied.gebied_code,
        kenmerk.*
    from kenmerk
    inner join gebied on kenmerk.gemeente_code = gebied.gemeente_code
),

geteld as (
    select
        gebied_code,
        halfjaar,
        soort,
        kenmerk,
        waarde,
        count(*) as aantal_zaken
    from per_gebied
    group by gebied_code, halfjaar, soort, kenmerk, waarde
),

totaal as (
    select
        gebied_code,
        halfjaar,
        soort,
        kenmerk,
        count(distinct zaak_nummer) as alle_zaken
    from per_gebied
    group by gebied_code, halfjaar, soort, kenmerk
),

cijfer as (
    select
        halfjaar.halfjaar,
        halfjaar.gebied_code,
        halfjaar.gebied_naam,
        reeks.reeks,
        gebruikte_waarde.soort,
        gebruikte_waarde.kenmerk,
        gebruikte_waarde.waarde,
        case
            when gebruikte_waarde.soort = 'advies' and halfjaar.heeft_advies then 'waarde'
            when gebruikte_waarde.soort = 'melding' and halfjaar.heeft_melding then 'waarde'
            when gebruikte_waarde.soort = 'onderzoek' and halfjaar.heeft_onderzoek then 'waarde'
            else 'ontbreekt'
        end as basis_status,
        coalesce(geteld.aantal_zaken, 0) as aantal_zaken,
        coalesce(totaal.alle_zaken, 0) as alle_zaken,
        halfjaar.volledigheid_percentage,
        halfjaar.peildatum
    from halfjaar
    cross join gebruikte_waarde
    left join geteld
        on
            halfjaar.gebied_code = geteld.gebied_code
            and halfjaar.halfjaar = geteld.halfjaar
            and gebruikte_waarde.soort = geteld.soort
            and gebruikte_waarde.kenmerk = geteld.kenmerk
            and gebruikte_waarde.waarde = geteld.waarde
    left join totaal
        on
            halfjaar.gebied_code = totaal.gebied_code
            and halfjaar.halfjaar = totaal.halfjaar
            and gebruikte_waarde.soort = totaal.soort
            and gebruikte_waarde.kenmerk = totaal.kenmerk
    left join reeks
        on {{ geldt_op('halfjaar.eerste_dag', 'reeks') }}
),

met_bescherming as (
    select
        *,
        100.0 * aantal_zaken / nullif(alle_zaken, 0) as aandeel_percentage,
        {{ gaat_mee_onderdrukt(
            'aantal_zaken', ['halfjaar', 'gebied_code', 'soort', 'kenmerk'], 'waarde'
        ) }} as gaat_mee
    from cijfer
)

select
    halfjaar,
    gebied_code as gemeente_code,
    gebied_naam as gemeente_naam,
    reeks,
    soort,
    kenmerk,
    waarde,
    {{ onderdruk('aantal_zaken', 'bigint', ['aantal_zaken'], 'basis_status', 'gaat_mee') }},
    {{ onderdruk(
        'aandeel_percentage',
        'decimal(5, 1)',
        ['aantal_zaken', 'alle_zaken'],
        'basis_status',
        'gaat_mee'
    ) }},
    volledigheid_percentage,
    peildatum as stand_datum
from met_bescherming
