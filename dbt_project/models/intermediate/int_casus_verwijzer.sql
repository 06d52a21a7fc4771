-- Grain: jaar of care, published area, client_sleutel. Who referred to the toewijzing that cost
-- most; of equal ones the lowest gemeente_code and number decides.
with kosten as (
    select * from {{ ref('int_casus_kosten') }}
),

per_toewijzing as (
    select
        jaar,
        gebied_code,
        client_sleutel,
        gemeente_code,
        toewijzing_nummer,
        verwijzer_groep,
        sum(kosten_eurocent) as kosten_eurocent
    from kosten
    group by
        jaar,
        gebied_code,
        client_sleutel,
        gemeente_code,
        toewijzing_nummer,
        verwijzer_groep
)

select
    jaar,
    gebied_code,
    client_sleutel,
    verwijzer_groep
from per_toewijzing
qualify
    row_number() over (
        partition by jaar, gebied_code, client_sleutel
        order by
            kosten_eurocent desc,
            gemeente_code asc,
            toewijzing_nummer asc,
            verwijzer_groep asc
    ) = 1
