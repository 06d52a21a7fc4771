"""Cost in detail equals the answer key of the demo: soort, three calendars, quarter and price."""

from vergelijken import assert_zelfde_rijen, fetch, fetch_regio, to_tekst, values


def test_cost_per_soort_and_row_of_the_budget(sleutel, basis):
    rows = fetch_regio(
        basis.warehouse,
        """
        with gebied as (
            select *, gemeente_code as gebied from fct_kosten
            union all select *, 'regio' from fct_kosten
        )
        select year(zorgmaand), gebied, begroting_categorie, kosten_soort,
            sum(kosten_eurocent)::bigint as eurocent
        from gebied group by all having eurocent <> 0
        """,
    )
    verwacht = [rij for rij in values(sleutel("kosten_soort")) if rij[-1] != "0"]
    assert_zelfde_rijen(verwacht, to_tekst(rows), "kosten per soort")


def test_published_rows_of_the_budget_are_the_key_or_suppressed(sleutel, basis):
    rows = fetch(
        basis.warehouse,
        """
        select jaar, gemeente_code, begroting_categorie, (kosten_euro * 100)::bigint,
            kosten_euro_status
        from publicatie.kosten_soort_jaar
        where kosten_soort = 'totaal' and begroting_categorie not in ('totaal', 'overig')
        """,
    )
    verwacht: dict[tuple[int, str, str], int] = {}
    for jaar, gebied, categorie, _, eurocent in values(sleutel("kosten_soort")):
        plek = (int(jaar), gebied, categorie)
        verwacht[plek] = verwacht.get(plek, 0) + int(eurocent)
    getoond = [rij for rij in rows if rij[4] == "waarde"]
    for jaar, gebied, categorie, eurocent, _ in getoond:
        assert eurocent == verwacht.get((jaar, gebied, categorie), 0), (jaar, gebied, categorie)
    assert len(getoond) > 20


def test_cost_in_three_calendars(sleutel, basis):
    rows = fetch_regio(
        basis.warehouse,
        """
        select gemeente_code, zorgvorm, kosten_soort, zorgmaand, declaratiemaand, boekingsmaand,
            sum(kosten_eurocent)::bigint
        from fct_kosten_boeking group by all
        """,
    )
    assert_zelfde_rijen(values(sleutel("kosten_boeking")), to_tekst(rows), "drie kalenders")


def test_published_calendars_hold_the_same_money(sleutel, basis):
    """Of the region nothing but the months before the first claim is missing."""
    ((zorg, declaratie, geboekt, vast),) = fetch(
        basis.warehouse,
        """
        select sum(zorgmaand_euro), sum(declaratiemaand_euro),
            sum(boekingsmaand_euro) + sum(nog_niet_geboekt_euro), sum(zonder_declaratie_euro)
        from publicatie.kosten_boeking_maand where gemeente_code = 'regio'
        """,
    )
    totaal = sum(int(rij[-1]) for rij in values(sleutel("kosten_boeking")))
    assert zorg == declaratie == geboekt
    assert (zorg + vast) * 100 == totaal


def test_cost_per_quarter_before_suppression(sleutel, basis):
    rows = fetch(
        basis.warehouse,
        """
        select kwartaal, gebied_code, zorgvorm_groep, aantal_jeugdigen, aantal_toewijzingen
        from intermediate.int_publicatie_kosten_telling where aantal_met_kosten > 0
        """,
    )
    verwacht = [
        (*rij[:3], *rij[5:])
        for rij in values(sleutel("kosten_kwartaal"))
        if (rij[5], rij[6]) != ("0", "0")
    ]
    gevonden = [rij for rij in to_tekst(rows) if (rij[3], rij[4]) != ("0", "0")]
    assert_zelfde_rijen(verwacht, gevonden, "jeugdigen met kosten per kwartaal")


def test_published_quarter_is_the_key_or_suppressed(sleutel, basis):
    rows = fetch(
        basis.warehouse,
        """
        select kwartaal, gemeente_code, zorgvorm, kosten_euro, kosten_per_jeugdige_euro,
            kosten_per_toewijzing_euro, kosten_euro_status
        from publicatie.kosten_kwartaal
        """,
    )
    verwacht = {
        tuple(rij[:3]): [int(getal) for getal in rij[3:]]
        for rij in values(sleutel("kosten_kwartaal"))
    }
    gemiddelden = 0
    for kwartaal, gebied, zorgvorm, kosten, per_jeugdige, per_toewijzing, status in rows:
        leeg = [0, 0, 0, 0]
        waar = verwacht.get((kwartaal, gebied, zorgvorm), leeg)
        if status == "waarde":
            assert kosten * 100 == waar[0], (kwartaal, gebied, zorgvorm)
        if per_jeugdige is not None:
            assert abs(float(per_jeugdige) * waar[2] * 100 - waar[1]) <= 0.5 * waar[2] + 0.001
            assert abs(float(per_toewijzing) * waar[3] * 100 - waar[1]) <= 0.5 * waar[3] + 0.001
            gemiddelden += 1
    assert gemiddelden > 20


def test_price_of_a_product(sleutel, basis):
    rows = fetch_regio(
        basis.warehouse,
        """
        with geleverd as (
            select *, case kostprijs_eenheid when 'uur' then 60 when 'euro' then 100 else 1 end
                as deler
            from fct_kostprijs
        )
        select year(zorgmaand) || '-K' || quarter(zorgmaand), gemeente_code, aanbieder_agb,
            product_categorie, product_code, kostprijs_eenheid = 'uur',
            round(sum(volume * deler))::bigint, sum(kosten_eurocent)::bigint
        from geleverd group by all
        """,
    )
    assert_zelfde_rijen(values(sleutel("kostprijs")), to_tekst(rows), "kostprijs")


def test_the_demo_bills_what_the_contract_says(basis):
    rows = fetch_regio(
        basis.warehouse,
        """
        select sum(aantal_regels_ander_tarief)::int, sum(boven_contract_eurocent)::int,
            sum(aantal_regels_met_contract) > 1000
        from fct_kostprijs
        """,
    )
    assert rows == [(0, 0, True)]


def test_every_change_adds_up_from_its_causes(basis):
    rows = fetch(
        basis.warehouse,
        """
        select count(*), count(*) filter (where som != totaal)
        from (
            select gebied_code, zorgvorm_groep, periode,
                sum(effect_eurocent) filter (where effect = 'totaal') as totaal,
                sum(effect_eurocent) filter (where effect != 'totaal') as som
            from intermediate.int_publicatie_kosten_effect group by all
        )
        """,
    )
    assert rows[0][0] > 500
    assert rows[0][1] == 0
