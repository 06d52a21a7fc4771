"""Outcome, opbouw lokaal and maatschappelijke uitkomsten equal the answer key of the demo."""

from vergelijken import assert_zelfde_rijen, fetch, fetch_regio, to_tekst, values


def test_outcome_has_no_row_of_jeugdbescherming_and_02_stands_beside_uitval(sleutel, basis):
    rows = fetch_regio(
        basis.warehouse,
        """
        select indicator_code, sum(teller)::int, sum(noemer)::int
        from fct_outcome where indicator_code in ('1', '1.02') group by 1
        """,
    )
    verwacht = {"1": [0, 0], "1.02": [0, 0]}
    for rij in sleutel("outcome"):
        if rij["indicator_code"] in verwacht:
            verwacht[rij["indicator_code"]][0] += int(rij["teller"])
            verwacht[rij["indicator_code"]][1] += int(rij["noemer"])
    assert {code: [teller, noemer] for code, teller, noemer in rows} == verwacht
    assert verwacht["1"][1] == verwacht["1.02"][1] > verwacht["1.02"][0] > 0
    jb_jr = fetch(
        basis.warehouse,
        """
        select distinct waarde_status from publicatie.outcome_kwartaal
        where zorgvorm in ('jeugdbescherming', 'jeugdreclassering') and indicator_code != 'C5'
        """,
    )
    assert jb_jr == [("nvt",)]


def test_families_with_a_coordinator(sleutel, basis):
    rows = fetch_regio(
        basis.warehouse,
        """
        select gemeente_code, aanbieder_agb, zorgvorm, kwartaal, teller::int, doelgroep
        from fct_outcome where indicator_code = 'C5' and teller is not null
        """,
    )
    verwacht = [rij for rij in values(sleutel("gezinnen_met_coordinatie")) if rij[4]]
    assert_zelfde_rijen(verwacht, to_tekst(rows), "gezinnen met coördinatie")


def test_opbouw_lokaal_before_suppression(sleutel, basis):
    rows = fetch(
        basis.warehouse,
        """
        select jaar, gebied_code, coalesce(aantal_trajecten, 0),
            coalesce(aantal_trajecten_bovenlokaal, 0), kosten_eurocent::bigint,
            kosten_bovenlokaal_eurocent::bigint
        from intermediate.int_opbouw_kosten
        full join intermediate.int_opbouw_traject using (jaar, gebied_code)
        """,
    )
    assert_zelfde_rijen(values(sleutel("opbouw_lokaal")), to_tekst(rows), "opbouw lokaal")


def test_published_opbouw_lokaal_is_the_key_or_suppressed(sleutel, basis):
    verwacht = {
        (int(rij["jaar"]), rij["gemeente_code"]): rij["aantal_trajecten_bovenlokaal"]
        for rij in sleutel("opbouw_lokaal")
    }
    rows = fetch(
        basis.warehouse,
        """
        select jaar, gemeente_code, aantal_trajecten_bovenlokaal,
            aantal_trajecten_bovenlokaal_status, trajecten_verandering_procentpunt_status
        from publicatie.opbouw_lokaal_jaar
        """,
    )
    assert {(jaar, gemeente) for jaar, gemeente, *_ in rows} == set(verwacht)
    for jaar, gemeente, aantal, status, verandering in rows:
        if status == "waarde":
            assert aantal == int(verwacht[(jaar, gemeente)])
        # The first year has none before it, the last one is not over.
        assert (verandering == "nvt") == (jaar != 2025)
    assert ("regio", "waarde") in {(rij[1], rij[3]) for rij in rows}


def test_maatschappelijke_uitkomsten(sleutel, basis):
    """The last file counts, an empty cell stays empty, and nought is nought."""
    rows = fetch_regio(
        basis.warehouse,
        """
        select jaar, gemeente_code, indicator_code, teller, noemer,
            case when teller is null then waarde_percentage::double end
        from fct_maatschappelijke_uitkomst
        """,
    )

    def plat(rij: tuple) -> tuple:
        return (*rij[:5], float(rij[5]) if rij[5] else None)

    verwacht = [plat(rij) for rij in values(sleutel("maatschappelijk"))]
    assert_zelfde_rijen(verwacht, map(plat, to_tekst(rows)), "maatschappelijke uitkomsten")


def test_published_maatschappelijke_uitkomst_tells_missing_from_nought(sleutel, basis):
    rijen = {
        (jaar, gemeente, code): (teller, teller_status, waarde_status)
        for jaar, gemeente, code, teller, teller_status, waarde_status in fetch(
            basis.warehouse,
            """
            select jaar, gemeente_code, indicator_code, teller, teller_status, waarde_status
            from publicatie.maatschappelijke_uitkomst_jaar
            """,
        )
    }
    for rij in sleutel("maatschappelijk"):
        teller, status, waarde_status = rijen[
            (int(rij["jaar"]), rij["gemeente_code"], rij["indicator_code"])
        ]
        if rij["teller"]:
            assert (teller, status) == (int(rij["teller"]), "waarde")
        else:
            assert (teller, status) == (None, "ontbreekt")
            assert waarde_status == ("waarde" if rij["percentage"] else "ontbreekt")
    # One gemeente is withheld by the source: the region is then unknown, not smaller.
    assert rijen[(2025, "regio", "M4")] == (None, "ontbreekt", "ontbreekt")
    assert rijen[(2025, "0184", "M4")] == (0, "waarde", "waarde")
    assert rijen[(2025, "regio", "M2")][1:] == ("waarde", "waarde")


def test_published_outcome_is_the_key_or_suppressed(sleutel, basis):
    """Sums over aanbieders at every level; a published nought is a nought in the key."""
    verwacht: dict[tuple, list[float]] = {}
    for rij in sleutel("outcome"):
        if rij["teller"] and rij["noemer"]:
            for gebied in (rij["gemeente_code"], "regio"):
                for zorgvorm in (rij["zorgvorm"], "totaal"):
                    plek = (rij["kwartaal"], gebied, zorgvorm, rij["indicator_code"])
                    som = verwacht.setdefault(plek, [0, 0])
                    som[0] += float(rij["teller"])
                    som[1] += int(rij["noemer"])
    rows = fetch(
        basis.warehouse,
        """
        select kwartaal, gemeente_code, zorgvorm, indicator_code, eenheid, reeks,
            teller::double, teller_status, noemer, waarde::double, waarde_status
        from publicatie.outcome_kwartaal where eenheid != 'aantal'
        """,
    )
    waarden = 0
    for *plek, eenheid, reeks, teller, teller_status, noemer, waarde, waarde_status in rows:
        waar = verwacht.get(tuple(plek), [0, 0])
        assert reeks
        if teller_status == "waarde":
            assert (round(teller, 1), noemer) == (round(waar[0], 1), waar[1]), plek
        if waarde_status == "waarde":
            keer = 100 if eenheid == "percentage" else 1
            assert abs(waarde - keer * waar[0] / waar[1]) < 0.0051, plek
            waarden += 1
        if waarde_status == "ontbreekt":
            assert tuple(plek) not in verwacht, plek
    assert waarden > 20
