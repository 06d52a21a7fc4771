-- Grain: gemeente, month. Expected is every toewijzing that runs in the month and whose care had to
-- have begun, received those with a start or with declared care. Who still waits is not received.
with toewijzing as (
    select *
    from {{ ref('int_toewijzing_begin') }}
    where moet_begonnen_zijn
),

maand as (
    select * from {{ ref('dim_maand') }}
)

select
    toewijzing.gemeente_code,
    maand.zorgmaand,
    count(*) as verwacht,
    count(case when toewijzing.heeft_zorg then 1 end) as ontvangen
from toewijzing
inner join maand
    on
        toewijzing.ingang_datum <= maand.laatste_dag
        and toewijzing.loopt_tot_datum >= maand.zorgmaand
group by toewijzing.gemeente_code, maand.zorgmaand
