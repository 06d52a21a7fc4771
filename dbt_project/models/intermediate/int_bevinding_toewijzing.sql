-- Grain: rule, toewijzing. A number in use for two jeugdigen or aanbieders (TR332), two versions of
-- one moment that differ (W005), or two current toewijzingen that stack the same product (W006).
with versie as (
    select * from {{ ref('int_toewijzing_versie') }}
),

actueel as (
    select * from {{ ref('int_toewijzing_actueel') }}
),

-- a toewijzing that was deleted was never sent, so its number is free
houder as (
    select *
    from {{ ref('int_bevinding_toewijzing_houder') }}
    where not is_verwijderd
),

genummerde_houder as (
    select
        *,
        row_number() over (
            partition by gemeente_code, toewijzing_nummer
            order by bekend_sinds asc, aanbieder_agb asc, client_sleutel asc
        ) as volgnummer
    from houder
),

-- a repeat may leave the reason of a change out (IV099), so that is no difference
inhoud as (
    select
        gemeente_code,
        toewijzing_nummer,
        toewijzing_datum,
        toewijzing_tijd,
        aanbieder_agb,
        product_categorie_code,
        product_code,
        ingang_datum,
        eind_datum,
        omvang_volume,
        omvang_eenheid_code,
        omvang_frequentie_code,
        budget_eurocent,
        min(dagtekening_datum) as bekend_sinds
    from versie
    group by
        gemeente_code,
        toewijzing_nummer,
        toewijzing_datum,
        toewijzing_tijd,
        aanbieder_agb,
        product_categorie_code,
        product_code,
        ingang_datum,
        eind_datum,
        omvang_volume,
        omvang_eenheid_code,
        omvang_frequentie_code,
        budget_eurocent
),

genummerde_inhoud as (
    select
        *,
        row_number() over (
            partition by gemeente_code, toewijzing_nummer, toewijzing_datum, toewijzing_tijd
            order by
                bekend_sinds asc,
                aanbieder_agb asc,
                ingang_datum asc,
                eind_datum asc,
                omvang_volume asc,
                budget_eurocent asc
        ) as volgnummer
    from inhoud
),

stapel as (
    select
        eerste.aanbieder_agb,
        eerste.gemeente_code,
        eerste.toewijzing_nummer as eerste_nummer,
        tweede.toewijzing_nummer as tweede_nummer,
        greatest(eerste.bekend_sinds, tweede.bekend_sinds) as bekend_sinds,
        eerste.ingang_datum <= coalesce(tweede.eind_datum, date '9999-12-31')
        and tweede.ingang_datum <= coalesce(eerste.eind_datum, date '9999-12-31')
        and coalesce(eerste.product_categorie_code = tweede.product_categorie_code, true)
        and coalesce(eerste.product_code = tweede.product_code, true) as is_stapeling
    from actueel as eerste
    inner join actueel as tweede
        on
            eerste.gemeente_code = tweede.gemeente_code
            and eerste.aanbieder_agb = tweede.aanbieder_agb
            and eerste.client_sleutel = tweede.client_sleutel
            and eerste.toewijzing_nummer < tweede.toewijzing_nummer
)

select
    'TR332' as regel_code,
    'jw301' as bericht,
    aanbieder_agb,
    gemeente_code,
    'gemeente ' || gemeente_code || ', toewijzing ' || toewijzing_nummer as plaats,
    min(bekend_sinds) as eerste_gezien
from genummerde_houder
where volgnummer > 1
group by aanbieder_agb, gemeente_code, toewijzing_nummer
union all
select
    'W005' as regel_code,
    'jw301' as bericht,
    aanbieder_agb,
    gemeente_code,
    'gemeente ' || gemeente_code || ', toewijzing ' || toewijzing_nummer
    || ', besluit ' || toewijzing_datum || ' ' || toewijzing_tijd as plaats,
    min(bekend_sinds) as eerste_gezien
from genummerde_inhoud
where volgnummer > 1
group by aanbieder_agb, gemeente_code, toewijzing_nummer, toewijzing_datum, toewijzing_tijd
union all
select
    'W006' as regel_code,
    'jw301' as bericht,
    aanbieder_agb,
    gemeente_code,
    'gemeente ' || gemeente_code || ', toewijzing ' || eerste_nummer
    || ' en ' || tweede_nummer as plaats,
    bekend_sinds as eerste_gezien
from stapel
where is_stapeling
