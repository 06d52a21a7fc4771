-- A total that is shown has no or at least two parts withheld, in each division that adds up.
with kwartaal as (
    select * from {{ ref('kosten_kwartaal') }}
),

soort as (
    select * from {{ ref('kosten_soort_jaar') }}
),

verschil as (
    select * from {{ ref('kosten_verschil_jaar') }}
),

deling as (
    select
        'kosten_kwartaal' as tabel,
        concat_ws(' ', kwartaal, gemeente_code) as totaal,
        zorgvorm = 'totaal' as is_totaal,
        kosten_euro_status as status
    from kwartaal
    union all
    select
        'kosten_soort_jaar, rijen' as tabel,
        concat_ws(' ', jaar, gemeente_code) as totaal,
        begroting_categorie = 'totaal' as is_totaal,
        kosten_euro_status as status
    from soort
    where niveau = 'totaal'
    union all
    select
        'kosten_soort_jaar, delen' as tabel,
        concat_ws(' ', jaar, gemeente_code, begroting_categorie) as totaal,
        niveau = 'totaal' as is_totaal,
        kosten_euro_status as status
    from soort
    where begroting_categorie != 'totaal'
    union all
    select
        'kosten_verschil_jaar, oorzaken' as tabel,
        concat_ws(' ', periode, gemeente_code, zorgvorm) as totaal,
        effect = 'totaal' as is_totaal,
        effect_euro_status as status
    from verschil
    union all
    select
        'kosten_verschil_jaar, zorgvormen' as tabel,
        concat_ws(' ', periode, gemeente_code) as totaal,
        zorgvorm = 'totaal' as is_totaal,
        effect_euro_status as status
    from verschil
    where effect = 'totaal'
)

select
    tabel,
    totaal
from deling
group by tabel, totaal
having
    bool_or(is_totaal and status = 'waarde')
    and count(case when not is_totaal and status = 'onderdrukt' then 1 end) = 1
