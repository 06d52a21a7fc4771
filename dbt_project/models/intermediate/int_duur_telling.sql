-- Grain: published area, published zorgvorm, jaar with a traject that began, ended or ran on at its
-- end (or at the peildatum, in the jaar of that day). Not yet suppressed.
with waarneming as (
    select * from {{ ref('int_duur_waarneming') }}
),

maand as (
    select * from {{ ref('dim_maand') }}
),

gebied as (
    select * from {{ ref('int_publicatie_gebied') }}
),

zorgvorm as (
    select * from {{ ref('int_publicatie_zorgvorm') }}
),

peil as (
    select * from {{ ref('int_peildatum') }}
),

jaar as (
    select
        maand.jaar,
        least(max(maand.laatste_dag), peil.peildatum) as eind_datum
    from maand
    cross join peil
    group by maand.jaar, peil.peildatum
),

in_jaar as (
    select
        waarneming.*,
        jaar.jaar,
        extract(year from waarneming.start_datum) = jaar.jaar as is_begonnen,
        waarneming.is_beeindigd
        and waarneming.laatst_bekende_datum <= jaar.eind_datum as is_in_jaar_beeindigd,
        waarneming.laatst_bekende_datum > jaar.eind_datum
        or (
            waarneming.laatst_bekende_datum = jaar.eind_datum and not waarneming.is_beeindigd
        ) as is_lopend,
        date_diff('day', waarneming.start_datum, jaar.eind_datum) + 1 as duur_tot_nu_dagen
    from waarneming
    inner join jaar
        on
            waarneming.start_datum <= jaar.eind_datum
            and extract(year from waarneming.laatst_bekende_datum) >= jaar.jaar
)

select
    gebied.gebied_code,
    zorgvorm.zorgvorm_groep,
    in_jaar.jaar,
    count_if(in_jaar.is_begonnen) as aantal_begonnen,
    count_if(in_jaar.is_in_jaar_beeindigd) as aantal_beeindigd,
    count_if(in_jaar.is_lopend) as aantal_lopend,
    count(distinct case when in_jaar.is_begonnen then in_jaar.client_sleutel end)
        as begonnen_jeugdigen,
    count(distinct case when in_jaar.is_in_jaar_beeindigd then in_jaar.client_sleutel end)
        as beeindigde_jeugdigen,
    count(distinct case when in_jaar.is_lopend then in_jaar.client_sleutel end)
        as lopende_jeugdigen,
    avg(case when in_jaar.is_in_jaar_beeindigd then in_jaar.duur_dagen end)
        as gemiddelde_duur_dagen,
    quantile_cont(in_jaar.duur_dagen, 0.5) filter (where in_jaar.is_in_jaar_beeindigd)
        as mediaan_duur_dagen,
    quantile_cont(in_jaar.duur_dagen, 0.9) filter (where in_jaar.is_in_jaar_beeindigd)
        as p90_duur_dagen,
    avg(case when in_jaar.is_lopend then in_jaar.duur_tot_nu_dagen end)
        as gemiddelde_duur_lopend_dagen
from in_jaar
inner join gebied on in_jaar.gemeente_code = gebied.gemeente_code
inner join zorgvorm on in_jaar.zorgvorm = zorgvorm.zorgvorm
group by gebied.gebied_code, zorgvorm.zorgvorm_groep, in_jaar.jaar
