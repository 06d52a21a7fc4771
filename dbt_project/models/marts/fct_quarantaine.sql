-- Grain: refused message (or file, when it holds no message), rule. Everything that was ever
-- refused, with whether it still lies there.
with bevinding as (
    select *
    from {{ ref('fct_bevinding') }}
    where ernst = 'fout' and bestand_sleutel is not null
),

bericht as (
    select * from {{ ref('stg_ijw__bericht') }}
),

afzender as (
    select * from {{ ref('bericht_afzender') }}
),

aanbieder as (
    select * from {{ ref('dim_aanbieder') }}
),

gemeente as (
    select * from {{ ref('dim_gemeente') }}
),

regels as (
    select * from {{ ref('regels') }}
),

peil as (
    select * from {{ ref('int_peildatum') }}
),

reden as (
    select
        bron,
        bestand_sleutel,
        bericht_sleutel,
        regel_code,
        min(niveau) as niveau,
        min(bestandsnaam) as bestandsnaam,
        min(ontvangstmaand) as ontvangstmaand,
        min(bericht) as bericht,
        min(bericht_identificatie) as bericht_identificatie,
        min(aanbieder_agb) as aanbieder_agb,
        case when min(gemeente_code) = max(gemeente_code) then min(gemeente_code) end
            as gemeente_code,
        count(*) as aantal_bevindingen,
        sum(aantal_rijen) as aantal_rijen,
        min(eerste_gezien) as eerste_gezien,
        bool_or(is_in_quarantaine) as is_in_quarantaine,
        max(opgelost_datum) as opgelost_datum,
        min(opgelost_wijze) as opgelost_wijze
    from bevinding
    group by bron, bestand_sleutel, bericht_sleutel, regel_code
),

eerste as (
    select
        bron,
        bestand_sleutel,
        bericht_sleutel,
        regel_code,
        plaats,
        regel_nummer
    from bevinding
    qualify
        row_number() over (
            partition by bron, bestand_sleutel, bericht_sleutel, regel_code
            order by regel_nummer asc nulls last, plaats asc, bevinding_sleutel asc
        ) = 1
),

-- the first message of the same kind and parties that was accepted afterwards: a hint, no proof
later_aanvaard as (
    select
        reden.bericht_sleutel,
        min(bericht.ontvangst_datum) as later_aanvaard_datum
    from reden
    inner join bericht
        on
            reden.bericht = bericht.bericht
            and reden.aanbieder_agb = bericht.aanbieder_agb
            and reden.gemeente_code = bericht.gemeente_code
            and reden.eerste_gezien < bericht.ontvangst_datum
    where
        bericht.status = 'aanvaard'
        and {{ binnen_stand('bericht.ontvangst_datum') }}
    group by reden.bericht_sleutel
)

select
    reden.bron,
    case
        when reden.bron = 'kwartaalcijfers' then 'aanbieder'
        when reden.bron = 'ijw' then coalesce(afzender.afzender, 'onbekend')
        else 'overig'
    end as afzender,
    reden.aanbieder_agb,
    aanbieder.aanbieder_naam,
    reden.gemeente_code,
    gemeente.gemeente_naam,
    reden.bericht,
    reden.bericht_identificatie,
    reden.bericht_sleutel,
    reden.bestandsnaam,
    reden.bestand_sleutel,
    reden.ontvangstmaand,
    reden.regel_code,
    reden.niveau,
    regels.retour_code,
    regels.uitleg,
    regels.wat_te_doen,
    reden.aantal_bevindingen,
    eerste.plaats as eerste_plaats,
    eerste.regel_nummer as eerste_regel_nummer,
    cast(coalesce(bericht.aantal_regels, reden.aantal_rijen) as bigint) as rijen_geweigerd,
    reden.eerste_gezien,
    reden.is_in_quarantaine,
    case when not reden.is_in_quarantaine then reden.opgelost_datum end as opgelost_datum,
    case when not reden.is_in_quarantaine then reden.opgelost_wijze end as opgelost_wijze,
    cast(
        greatest(
            case when reden.is_in_quarantaine then peil.peildatum else reden.opgelost_datum end
            - reden.eerste_gezien,
            0
        ) as bigint
    ) as dagen_in_quarantaine,
    later_aanvaard.later_aanvaard_datum,
    reden.eerste_gezien as bekend_sinds
from reden
cross join peil
inner join eerste
    on
        reden.bron = eerste.bron
        and reden.bestand_sleutel = eerste.bestand_sleutel
        and reden.bericht_sleutel is not distinct from eerste.bericht_sleutel
        and reden.regel_code = eerste.regel_code
inner join regels on reden.regel_code = regels.regel_code
left join bericht on reden.bericht_sleutel = bericht.bericht_sleutel
left join afzender on reden.bericht = afzender.bericht
left join aanbieder on reden.aanbieder_agb = aanbieder.aanbieder_agb
left join gemeente on reden.gemeente_code = gemeente.gemeente_code
left join later_aanvaard on reden.bericht_sleutel = later_aanvaard.bericht_sleutel
