-- Grain: soort, regel_sleutel of a line in a correction: a credit, and the debit for the same care
-- that came with it or after it. A credit without such a debit is no correction.
with regel as (
    select * from {{ ref('int_declaratieregel') }}
),

declaratie_status as (
    select * from {{ ref('declaratie_status') }}
),

geldig as (
    select regel.*
    from regel
    inner join declaratie_status
        on regel.status = declaratie_status.status
    where declaratie_status.telt_als_kosten
),

credit as (
    select *
    from geldig
    where vorig_referentie_nummer is not null
),

debet as (
    select *
    from geldig
    where vorig_referentie_nummer is null
),

paar as (
    select
        credit.aanbieder_agb,
        credit.referentie_nummer as credit_nummer,
        debet.referentie_nummer as debet_nummer
    from credit
    inner join debet
        on
            credit.aanbieder_agb = debet.aanbieder_agb
            and credit.gemeente_code = debet.gemeente_code
            and credit.client_sleutel = debet.client_sleutel
            and credit.toewijzing_nummer is not distinct from debet.toewijzing_nummer
            and credit.product_categorie_code = debet.product_categorie_code
            and credit.product_code = debet.product_code
            and credit.zorgmaand = debet.zorgmaand
            and credit.dagtekening_datum <= debet.dagtekening_datum
            and credit.vorig_referentie_nummer <> debet.referentie_nummer
)

select
    'declaratie' as soort,
    concat_ws('/', aanbieder_agb, credit_nummer) as regel_sleutel
from paar
union
select
    'declaratie' as soort,
    concat_ws('/', aanbieder_agb, debet_nummer) as regel_sleutel
from paar
