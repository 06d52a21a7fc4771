-- Grain: line that stands, decision that it may rest on, where both have the same kind of unit. The
-- most that may be declared in the product period of the line and over the whole toewijzing
-- (regels 8), in the smallest unit of its kind: hours are counted in minutes.
with besluit as (
    select * from {{ ref('int_bevinding_regel_besluit') }}
),

omrekening as (
    select * from {{ ref('eenheid_omrekening') }}
),

frequentie as (
    select * from {{ ref('frequentie_tijdvak') }}
),

bekostiging as (
    select * from {{ ref('bekostiging') }}
),

in_basiseenheid as (
    select
        besluit.*,
        frequentie.tijdvak,
        bekostiging.bekostiging,
        besluit.volume * coalesce(geleverd.aantal, 1) as basis_volume,
        besluit.omvang_volume * coalesce(toegewezen.aantal, 1) as basis_omvang,
        -- the week that breaks off at the end is paid with the last Sunday before it (IV076)
        besluit.eind_datum is not null
        and not {{ is_zondag('besluit.eind_datum') }}
        and greatest(
            {{ maandag('besluit.eind_datum') }} - interval 1 day, besluit.ingang_datum
        ) between besluit.product_periode_begin_datum and besluit.product_periode_eind_datum
            as heeft_laatste_zondag
    from besluit
    inner join frequentie
        on besluit.omvang_frequentie_code = frequentie.frequentie_code
    left join bekostiging
        on
            besluit.omvang_eenheid_code = bekostiging.eenheid_code
            and {{ geldt_op('besluit.product_periode_begin_datum', 'bekostiging') }}
    left join omrekening as geleverd
        on besluit.eenheid_code = geleverd.eenheid_code
    left join omrekening as toegewezen
        on besluit.omvang_eenheid_code = toegewezen.eenheid_code
    where
        coalesce(geleverd.basis_eenheid_code, besluit.eenheid_code)
        = coalesce(toegewezen.basis_eenheid_code, besluit.omvang_eenheid_code)
),

laatste_periode as (
    select
        gemeente_code,
        toewijzing_nummer,
        max(product_periode_eind_datum) as eind_datum
    from in_basiseenheid
    group by gemeente_code, toewijzing_nummer
),

-- without an end the toewijzing counts up to the last period that was declared on it
met_laatste_dag as (
    select
        in_basiseenheid.*,
        coalesce(in_basiseenheid.eind_datum, laatste_periode.eind_datum) as laatste_dag
    from in_basiseenheid
    inner join laatste_periode
        on
            in_basiseenheid.gemeente_code = laatste_periode.gemeente_code
            and in_basiseenheid.toewijzing_nummer = laatste_periode.toewijzing_nummer
),

geteld as (
    select
        *,
        case
            when tijdvak = 'dag'
                then
                    {{ aantal_dagen('product_periode_begin_datum', 'product_periode_eind_datum') }}
            when tijdvak = 'week' and bekostiging = 'outputgericht'
                then
                    {{
                        aantal_zondagen(
                            'product_periode_begin_datum', 'product_periode_eind_datum'
                        )
                    }}
                    + case when heeft_laatste_zondag then 1 else 0 end
            when tijdvak = 'week'
                then
                    {{ aantal_weken('product_periode_begin_datum', 'product_periode_eind_datum') }}
            else 1
        end as aantal_in_periode,
        {{ aantal_tijdvakken('tijdvak', 'ingang_datum', 'laatste_dag') }} as aantal_in_toewijzing
    from met_laatste_dag
)

select
    plaats,
    aanbieder_agb,
    gemeente_code,
    toewijzing_nummer,
    referentie_nummer,
    dagtekening_datum,
    status,
    product_periode_begin_datum,
    product_periode_eind_datum,
    basis_volume,
    aantal_in_periode,
    aantal_in_toewijzing,
    basis_omvang * aantal_in_periode as maximum_periode,
    basis_omvang * aantal_in_toewijzing as maximum_toewijzing
from geteld
