-- Grain: aanbieder, kwartaal, gemeente, zorgvorm, indicator. What aanbieders measured themselves.
-- An empty cell stays null: not measured is not zero.
with opgave as (
    select * from {{ ref('int_outcome_opgave') }}
),

meting as (
    select
        gemeente_code,
        aanbieder_agb,
        zorgvorm,
        kwartaal,
        '2' as indicator_code,
        tevredenheid_som as teller,
        tevredenheid_metingen as noemer,
        uitstroom as doelgroep,
        bekend_sinds
    from opgave
    union all
    select
        gemeente_code,
        aanbieder_agb,
        zorgvorm,
        kwartaal,
        '3.1' as indicator_code,
        zonder_hulp_verder as teller,
        zonder_hulp_verder_metingen as noemer,
        uitstroom as doelgroep,
        bekend_sinds
    from opgave
    union all
    select
        gemeente_code,
        aanbieder_agb,
        zorgvorm,
        kwartaal,
        '3.3' as indicator_code,
        problemen_verminderd as teller,
        problemen_metingen as noemer,
        uitstroom as doelgroep,
        bekend_sinds
    from opgave
    union all
    select
        gemeente_code,
        aanbieder_agb,
        zorgvorm,
        kwartaal,
        '3.4' as indicator_code,
        doelen_gerealiseerd as teller,
        doelen_metingen as noemer,
        -- goals are no jeugdigen: a dekking over uitstroom does not apply
        cast(null as bigint) as doelgroep,
        bekend_sinds
    from opgave
),

gevuld as (
    select
        gemeente_code,
        aanbieder_agb,
        zorgvorm,
        kwartaal,
        indicator_code,
        case
            when noemer = 0 then 0
            when noemer is not null then teller
        end as teller,
        case when noemer = 0 or teller is not null then noemer end as noemer,
        doelgroep,
        bekend_sinds
    from meting
)

select
    gemeente_code,
    aanbieder_agb,
    zorgvorm,
    kwartaal,
    indicator_code,
    teller,
    noemer,
    case when doelgroep is not null then noemer end as gemeten,
    doelgroep,
    bekend_sinds
from gevuld
