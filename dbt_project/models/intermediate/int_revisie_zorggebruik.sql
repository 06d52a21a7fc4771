-- Grain: client_sleutel, gemeente_code, zorgvorm, zorgmaand in care now or at the earlier stand,
-- not both. revisie_regel_zorggebruik has the cause.
with nu as (
    select * from {{ ref('fct_zorggebruik') }}
),

toen as (
    select * from {{ ref('stg_stand__zorggebruik') }}
),

vorig_peil as (
    select * from {{ ref('stg_stand__peildatum') }}
),

segment as (
    select * from {{ ref('int_revisie_segment') }}
),

oorzaak_regel as (
    select * from {{ ref('revisie_regel_zorggebruik') }}
),

naast_elkaar as (
    select
        coalesce(nu.client_sleutel, toen.client_sleutel) as client_sleutel,
        coalesce(nu.gemeente_code, toen.gemeente_code) as gemeente_code,
        coalesce(nu.zorgvorm, toen.zorgvorm) as zorgvorm,
        coalesce(nu.zorgmaand, toen.zorgmaand) as zorgmaand,
        coalesce(nu.aanbieder_agb, toen.aanbieder_agb) as aanbieder_agb,
        coalesce(nu.niveau, toen.niveau) as niveau,
        coalesce(nu.basis, toen.basis) as basis,
        nu.client_sleutel is not null as bestaat_nu,
        toen.client_sleutel is not null as bestond_toen,
        nu.bekend_sinds
    from nu
    full join toen
        on
            nu.client_sleutel = toen.client_sleutel
            and nu.gemeente_code = toen.gemeente_code
            and nu.zorgvorm = toen.zorgvorm
            and nu.zorgmaand = toen.zorgmaand
),

gewijzigd as (
    select
        naast_elkaar.*,
        vorig_peil.peildatum as vorige_stand_datum,
        naast_elkaar.zorgmaand <= vorig_peil.peildatum as was_maand_begonnen
    from naast_elkaar
    cross join vorig_peil
    where naast_elkaar.bestaat_nu <> naast_elkaar.bestond_toen
),

-- the care of that month on the side that knew it, with what the other side made of the same start
segment_zijde as (
    select
        client_sleutel,
        gemeente_code,
        false as bestond_toen,
        zorgvorm,
        begin_datum,
        eind_datum,
        andere_kant
    from segment
    where zorgvorm is not null
    union all
    select
        client_sleutel,
        gemeente_code,
        true as bestond_toen,
        zorgvorm_toen as zorgvorm,
        begin_datum,
        eind_datum_toen as eind_datum,
        andere_kant
    from segment
    where zorgvorm_toen is not null
),

-- a start that both sides know says most
andere_kant as (
    select
        gewijzigd.client_sleutel,
        gewijzigd.gemeente_code,
        gewijzigd.zorgvorm,
        gewijzigd.zorgmaand,
        min_by(
            segment_zijde.andere_kant,
            case segment_zijde.andere_kant
                when 'andere_stop' then 1
                when 'zelfde_stop' then 2
                when 'andere_zorgvorm' then 3
                else 4
            end
        ) as andere_kant
    from gewijzigd
    inner join segment_zijde
        on
            gewijzigd.client_sleutel = segment_zijde.client_sleutel
            and gewijzigd.gemeente_code = segment_zijde.gemeente_code
            and gewijzigd.zorgvorm = segment_zijde.zorgvorm
            and gewijzigd.bestond_toen = segment_zijde.bestond_toen
            and {{ laatste_van_maand('gewijzigd.zorgmaand') }} >= segment_zijde.begin_datum
            and (
                segment_zijde.eind_datum is null
                or gewijzigd.zorgmaand <= segment_zijde.eind_datum
            )
    group by
        gewijzigd.client_sleutel,
        gewijzigd.gemeente_code,
        gewijzigd.zorgvorm,
        gewijzigd.zorgmaand
),

gekenmerkt as (
    select
        gewijzigd.*,
        coalesce(andere_kant.andere_kant, 'geen') as andere_kant
    from gewijzigd
    left join andere_kant
        on
            gewijzigd.client_sleutel = andere_kant.client_sleutel
            and gewijzigd.gemeente_code = andere_kant.gemeente_code
            and gewijzigd.zorgvorm = andere_kant.zorgvorm
            and gewijzigd.zorgmaand = andere_kant.zorgmaand
)

select
    gekenmerkt.client_sleutel,
    gekenmerkt.gemeente_code,
    gekenmerkt.zorgvorm,
    gekenmerkt.zorgmaand,
    gekenmerkt.aanbieder_agb,
    gekenmerkt.niveau,
    oorzaak_regel.oorzaak,
    case when gekenmerkt.bestaat_nu then 1 else -1 end as verschil_jeugdigenmaanden,
    gekenmerkt.vorige_stand_datum,
    gekenmerkt.bekend_sinds
from gekenmerkt
inner join oorzaak_regel
    on
        {{ past_bij_regel('oorzaak_regel', 'gekenmerkt', [
            'bestond_toen', 'was_maand_begonnen', 'basis', 'andere_kant',
        ]) }}
qualify
    row_number() over (
        partition by
            gekenmerkt.client_sleutel,
            gekenmerkt.gemeente_code,
            gekenmerkt.zorgvorm,
            gekenmerkt.zorgmaand
        order by oorzaak_regel.volgorde
    ) = 1
