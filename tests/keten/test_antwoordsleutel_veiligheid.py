"""Measures, stays and cases of Veilig Thuis equal the answer key of the demo, row by row."""

from vergelijken import assert_zelfde_rijen, fetch_regio, to_tekst, values


def test_measures(sleutel, basis):
    rows = fetch_regio(
        basis.warehouse,
        """
        select type_maatregel, gemeente_code, start_datum, eind_datum, reden_beeindiging,
            aantal_toewijzingen, uitspraak_datum, eerste_contact_datum, dagen_tot_eerste_contact,
            erkende_interventie, machtiging_code, machtiging_begin_datum
        from fct_jeugdbescherming
        """,
    )
    verwacht = values(sleutel("jeugdbescherming"))
    assert len(verwacht) > 10
    assert_zelfde_rijen(verwacht, to_tekst(rows), "jeugdbescherming")


def test_stays(sleutel, basis):
    rows = fetch_regio(
        basis.warehouse,
        """
        select soort, gemeente_code, aanbieder_agb, start_datum, eind_datum,
            case when is_uithuisplaatsing
                then min(start_datum) over (partition by uithuisplaatsing_sleutel) end,
            plaats, is_onder_jeugdbescherming, machtiging
        from fct_uithuisplaatsing
        """,
    )
    verwacht = values(sleutel("uithuisplaatsing"))
    assert {row[6] for row in verwacht} == {"in_regio", "buiten_regio", "onbekend"}
    assert_zelfde_rijen(verwacht, to_tekst(rows), "uithuisplaatsing")


def test_cases_of_veilig_thuis(sleutel, basis):
    rows = fetch_regio(
        basis.warehouse,
        """
        select soort, zaak_nummer, gemeente_code, halfjaar, casus_nummer, is_vervolgmelding,
            triagebesluit_datum, afronding_datum, termijn_datum, is_op_tijd, is_open
        from fct_veilig_thuis
        """,
    )
    verwacht = values(sleutel("veilig_thuis"))
    assert {row[9] for row in verwacht} == {"", "true", "false"}
    assert_zelfde_rijen(verwacht, to_tekst(rows), "veilig_thuis")


def test_published_terms_of_veilig_thuis_are_those_of_the_key(sleutel, basis):
    """The region: every melding whose term ended in the half-year is judged there, once."""
    rows = fetch_regio(
        basis.warehouse,
        """
        select halfjaar, triage_op_tijd_percentage from publicatie.veilig_thuis_halfjaar
        where gemeente_code = 'regio' and triage_op_tijd_percentage_status = 'waarde'
        """,
    )
    assert rows
    for halfjaar, percentage in rows:
        beoordeeld = [
            rij["is_op_tijd"] == "true"
            for rij in sleutel("veilig_thuis")
            if rij["soort"] == "melding"
            and rij["is_op_tijd"]
            and _to_halfjaar(rij["termijn_datum"]) == halfjaar
        ]
        assert abs(100 * sum(beoordeeld) / len(beoordeeld) - float(percentage)) <= 0.05, halfjaar


def _to_halfjaar(datum: str) -> str:
    return f"{datum[:4]}-H{1 if int(datum[5:7]) <= 6 else 2}"
