"""The tables of use of care equal the answer key of the demo, before suppression."""

from vergelijken import assert_zelfde_rijen, fetch, to_tekst, values


def _assert_sleutel(sleutel, basis, naam: str, sql: str) -> None:
    assert_zelfde_rijen(values(sleutel(naam)), to_tekst(fetch(basis.warehouse, sql)), naam)


def test_youths_toewijzingen_and_flow_per_quarter(sleutel, basis):
    _assert_sleutel(
        sleutel,
        basis,
        "gebruik_stroom",
        """
        select kwartaal, gebied_code, zorgvorm_groep, aantal_jeugdigen, aantal_toewijzingen,
            aantal_alleen_declaratie, aantal_begin, instroom, doorstroom, uitstroom, aantal_eind
        from intermediate.int_zorggebruik_kwartaal
        """,
    )


def test_youths_by_age_and_sex(sleutel, basis):
    _assert_sleutel(
        sleutel,
        basis,
        "gebruik_kenmerk",
        """
        select kwartaal, gebied_code, kenmerk, groep, aantal_jeugdigen
        from intermediate.int_zorggebruik_kenmerk
        """,
    )


def test_youths_by_level(sleutel, basis):
    _assert_sleutel(
        sleutel,
        basis,
        "gebruik_niveau",
        """
        select kwartaal, gebied_code, niveau, aantal_jeugdigen
        from intermediate.int_zorggebruik_niveau
        """,
    )


def test_bij_jongeren_and_trajecten_per_half_year(sleutel, basis):
    _assert_sleutel(
        sleutel,
        basis,
        "gebruik_bij",
        """
        select periode, gebied_code, hulpvorm, aantal_jongeren, aantal_trajecten, aantal_begonnen,
            aantal_nieuw, aantal_herhaald, aantal_aansluitend, aantal_begonnen_met_crisis,
            aantal_beeindigd, aantal_trajecten_peildatum, aantal_jongeren_peildatum
        from intermediate.int_bij_telling
        """,
    )
