-- Grain: kwartaal, gemeente or region, zorgvorm or total. Jeugdigen are counted once per level.
with zorggebruik as (
    select * from {{ ref('fct_zorggebruik') }}
),

toewijzing as (
    select * from {{ ref('fct_toewijzing') }}
),

kosten as (
    select * from {{ ref('fct_kosten') }}
),

gebied as (
    select * from {{ ref('int_publicatie_gebied') }}
),

zorgvorm as (
    select * from {{ ref('int_publicatie_zorgvorm') }}
),

gebied_maand as (
    select * from {{ ref('int_publicatie_maand') }}
),

schaalniveau as (
    select * from {{ ref('schaalniveau') }}
),

bevolking as (
    select * from {{ ref('int_publicatie_bevolking') }}
),

volledigheid as (
    select * from {{ ref('int_volledigheid_periode') }}
),

peil as (
    select * from {{ ref('int_peildatum') }}
),

-- a zorgvorm without toewijzingen is taakgericht: jeugdigen are not in the messages
gebruikte_zorgvorm as (
    select
        zorgvorm,
        true as is_ijw
    from toewijzing
    union
    select
        zorgvorm,
        true as is_ijw
    from zorggebruik
    union
    select
        zorgvorm,
        false as is_ijw
    from kosten
),

gebruikte_groep as (
    select
        zorgvorm.zorgvorm_groep,
        zorgvorm.zorgvorm_groep_naam,
        bool_or(gebruikte_zorgvorm.is_ijw) as is_ijw
    from gebruikte_zorgvorm
    inner join zorgvorm on gebruikte_zorgvorm.zorgvorm = zorgvorm.zorgvorm
    group by zorgvorm.zorgvorm_groep, zorgvorm.zorgvorm_groep_naam
),

gebied_kwartaal as (
    select
        gebied_code,
        gebied_naam,
        {{ kwartaal('zorgmaand') }} as kwartaal,
        max(zorgmaand) as laatste_maand,
        bool_or(is_zorggebruik_bekend) as is_zorggebruik_bekend
    from gebied_maand
    group by gebied_code, gebied_naam, {{ kwartaal('zorgmaand') }}
),

eerste_kwartaal as (
    select
        gebied_code,
        min(kwartaal) as kwartaal
    from gebied_kwartaal
    where is_zorggebruik_bekend
    group by gebied_code
),

-- in care on a level as long as one of the zorgvormen or gemeenten in it runs
per_niveau as (
    select
        gebied.gebied_code,
        zorgvorm.zorgvorm_groep,
        zorggebruik.client_sleutel,
        zorggebruik.zorgmaand,
        bool_and(zorggebruik.is_instroom) as is_instroom,
        bool_and(zorggebruik.is_uitstroom) as is_uitstroom
    from zorggebruik
    inner join gebied on zorggebruik.gemeente_code = gebied.gemeente_code
    inner join zorgvorm on zorggebruik.zorgvorm = zorgvorm.zorgvorm
    group by
        gebied.gebied_code,
        zorgvorm.zorgvorm_groep,
        zorggebruik.client_sleutel,
        zorggebruik.zorgmaand
),

met_buurmaand as (
    select
        *,
        lag(zorgmaand) over (
            partition by gebied_code, zorgvorm_groep, client_sleutel order by zorgmaand asc
        ) as vorige_zorgmaand,
        lead(zorgmaand) over (
            partition by gebied_code, zorgvorm_groep, client_sleutel order by zorgmaand asc
        ) as volgende_zorgmaand
    from per_niveau
),

met_stroom as (
    select
        gebied_code,
        zorgvorm_groep,
        client_sleutel,
        {{ kwartaal('zorgmaand') }} as kwartaal,
        is_instroom
        and coalesce(
            vorige_zorgmaand < {{ tel_maanden_op('zorgmaand', -1) }}, true
        ) as is_instroom,
        is_uitstroom
        and coalesce(
            volgende_zorgmaand > {{ tel_maanden_op('zorgmaand', 1) }}, true
        ) as is_uitstroom
    from met_buurmaand
),

telling as (
    select
        gebied_code,
        zorgvorm_groep,
        kwartaal,
        count(distinct client_sleutel) as aantal_jeugdigen,
        count(distinct case when is_instroom then client_sleutel end) as instroom,
        count(distinct case when is_uitstroom then client_sleutel end) as uitstroom
    from met_stroom
    group by gebied_code, zorgvorm_groep, kwartaal
),

cijfer as (
    select
        gebied_kwartaal.kwartaal,
        gebied_kwartaal.gebied_code,
        gebied_kwartaal.gebied_naam,
        gebruikte_groep.zorgvorm_groep,
        gebruikte_groep.zorgvorm_groep_naam,
        case
            when gebruikte_groep.zorgvorm_groep = 'totaal' then 'totaal'
            else coalesce(schaalniveau.niveau, 'onbekend')
        end as niveau,
        case
            when not gebruikte_groep.is_ijw then 'nvt'
            when not gebied_kwartaal.is_zorggebruik_bekend then 'ontbreekt'
            else 'waarde'
        end as basis_status,
        -- before the first kwartaal nothing is known: who began in it cannot be told
        gebied_kwartaal.kwartaal = eerste_kwartaal.kwartaal as is_eerste_kwartaal,
        coalesce(telling.aantal_jeugdigen, 0) as aantal_jeugdigen,
        coalesce(telling.instroom, 0) as instroom,
        coalesce(telling.uitstroom, 0) as uitstroom,
        bevolking.bevolking_0_17,
        case
            when bevolking.bevolking_0_17 is null then 'ontbreekt' else 'waarde'
        end as bevolking_status,
        1000.0
        * coalesce(telling.aantal_jeugdigen, 0)
        / nullif(bevolking.bevolking_0_17, 0) as aantal_per_1000,
        volledigheid.volledigheid_percentage
    from gebied_kwartaal
    cross join gebruikte_groep
    left join eerste_kwartaal on gebied_kwartaal.gebied_code = eerste_kwartaal.gebied_code
    left join telling
        on
            gebied_kwartaal.gebied_code = telling.gebied_code
            and gebied_kwartaal.kwartaal = telling.kwartaal
            and gebruikte_groep.zorgvorm_groep = telling.zorgvorm_groep
    left join schaalniveau
        on
            gebruikte_groep.zorgvorm_groep = schaalniveau.zorgvorm
            and {{ geldt_op('gebied_kwartaal.laatste_maand', 'schaalniveau') }}
    left join bevolking
        on
            gebied_kwartaal.gebied_code = bevolking.gebied_code
            and extract(year from gebied_kwartaal.laatste_maand) = bevolking.jaar
    left join volledigheid
        on
            gebied_kwartaal.gebied_code = volledigheid.gebied_code
            and gebied_kwartaal.kwartaal = volledigheid.periode
            and volledigheid.bron = 'ijw'
),

met_status as (
    select
        *,
        case
            when basis_status = 'waarde' then bevolking_status else basis_status
        end as per_1000_status,
        case
            when basis_status = 'waarde' and is_eerste_kwartaal then 'ontbreekt' else basis_status
        end as instroom_basis_status
    from cijfer
)

select
    met_status.kwartaal,
    met_status.gebied_code as gemeente_code,
    met_status.gebied_naam as gemeente_naam,
    met_status.zorgvorm_groep as zorgvorm,
    met_status.zorgvorm_groep_naam as zorgvorm_naam,
    met_status.niveau,
    {{ onderdruk('aantal_jeugdigen', 'bigint', ['aantal_jeugdigen'], 'basis_status') }},
    {{ onderdruk('instroom', 'bigint', ['instroom'], 'instroom_basis_status') }},
    {{ onderdruk('uitstroom', 'bigint', ['uitstroom'], 'basis_status') }},
    {{ onderdruk('bevolking_0_17', 'bigint', [], 'bevolking_status') }},
    {{ onderdruk('aantal_per_1000', 'decimal(9, 1)', ['aantal_jeugdigen'], 'per_1000_status') }},
    met_status.volledigheid_percentage,
    peil.peildatum as stand_datum
from met_status
cross join peil
