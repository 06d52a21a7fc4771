-- Grain: soort, zaak_nummer, kenmerk, waarde. Every answer of a case; a case without an answer has
-- the waarde onbekend. What came of an onderzoek counts in the halfjaar in which it was finished.
with zaak as (
    select * from {{ ref('fct_veilig_thuis') }}
),

kenmerk as (
    select
        soort,
        zaak_nummer,
        gemeente_code,
        halfjaar,
        'hoedanigheid' as kenmerk,
        hoedanigheid as waarden
    from zaak
    where soort != 'onderzoek'
    union all
    select
        soort,
        zaak_nummer,
        gemeente_code,
        halfjaar,
        'beroepsmatig' as kenmerk,
        hoedanigheid_groep as waarden
    from zaak
    where soort != 'onderzoek'
    union all
    select
        soort,
        zaak_nummer,
        gemeente_code,
        halfjaar,
        'aanleiding' as kenmerk,
        aanleiding as waarden
    from zaak
    where soort != 'onderzoek'
    union all
    select
        soort,
        zaak_nummer,
        gemeente_code,
        halfjaar,
        'aard_geweld' as kenmerk,
        aard_geweld as waarden
    from zaak
    union all
    select
        soort,
        zaak_nummer,
        gemeente_code,
        halfjaar,
        'triagebesluit' as kenmerk,
        triagebesluit as waarden
    from zaak
    where soort = 'melding'
    union all
    select
        soort,
        zaak_nummer,
        gemeente_code,
        halfjaar,
        'directe_overdracht' as kenmerk,
        directe_overdracht as waarden
    from zaak
    where soort = 'melding' and directe_overdracht is not null
    union all
    select
        soort,
        zaak_nummer,
        gemeente_code,
        {{ halfjaar('afronding_datum') }} as halfjaar,
        'uitkomst' as kenmerk,
        uitkomst as waarden
    from zaak
    where soort = 'onderzoek' and not is_open
    union all
    select
        soort,
        zaak_nummer,
        gemeente_code,
        {{ halfjaar('afronding_datum') }} as halfjaar,
        'vervolg' as kenmerk,
        vervolg as waarden
    from zaak
    where soort = 'onderzoek' and not is_open
)

select
    soort,
    zaak_nummer,
    gemeente_code,
    halfjaar,
    kenmerk,
    unnest(string_split(coalesce(waarden, 'onbekend'), '; ')) as waarde
from kenmerk
