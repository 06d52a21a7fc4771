-- Grain: opgave of an aanbieder for a kwartaal, gemeente and zorgvorm whose number waiting (K008)
-- or mean wait (K009) differs from the messages by more than the seed opgave_afwijking allows.
with opgave as (
    select * from {{ ref('fct_wachttijd_opgave') }}
),

beschreven as (
    select
        *,
        'kwartaal ' || kwartaal
        || ', gemeente ' || gemeente_code
        || ', zorgvorm ' || zorgvorm as plek
    from opgave
)

select
    'K008' as regel_code,
    cast(null as varchar) as bericht,
    aanbieder_agb,
    gemeente_code,
    plek || ': ' || wachtenden_opgave
    || ' wachtenden in de opgave, ' || wachtenden_berekend || ' uit berichten' as plaats,
    bekend_sinds as eerste_gezien
from beschreven
where is_afwijking_wachtenden
union all
select
    'K009' as regel_code,
    cast(null as varchar) as bericht,
    aanbieder_agb,
    gemeente_code,
    plek || ': ' || wachttijd_dagen_opgave
    || ' dagen in de opgave, ' || replace(cast(wachttijd_dagen_berekend as varchar), '.', ',')
    || ' uit berichten' as plaats,
    bekend_sinds as eerste_gezien
from beschreven
where is_afwijking_wachttijd
