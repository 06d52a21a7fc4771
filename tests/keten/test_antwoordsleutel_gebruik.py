"""The tables of use of care equal the answer key of the demo, before suppression."""

from collections import defaultdict

from scipy.stats import CensoredData, ecdf
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


def test_forms_at_once(sleutel, basis):
    _assert_sleutel(
        sleutel,
        basis,
        "gebruik_stapeling",
        """
        select kwartaal, gebied_code, stapeling_groep, aantal_jeugdigen
        from intermediate.int_stapeling
        """,
    )


def test_pairs_of_forms_are_the_key_or_withheld(sleutel, basis):
    verwacht = {row[:3]: int(row[3]) for row in values(sleutel("gebruik_combinatie"))}
    rows = fetch(
        basis.warehouse,
        """
        select jaar, zorgvorm, andere_zorgvorm, aantal_jeugdigen
        from publicatie.stapeling_combinatie_jaar
        """,
    )
    gevonden = {row[:3]: int(row[3] or -1) for row in to_tekst(rows)}
    assert verwacht.keys() <= gevonden.keys()
    for paar, aantal in gevonden.items():
        waar = verwacht.get(paar, 0)
        assert aantal == (waar if waar == 0 or waar >= 10 else -1), paar


def test_who_comes_back_looking_ahead(sleutel, basis):
    _assert_sleutel(
        sleutel,
        basis,
        "gebruik_herhaald_vooruit",
        """
        select halfjaar, gebied_code, aantal_trajecten, aantal_herhaald
        from intermediate.int_herhaald_beroep
        where definitie = 'herhaald_vooruitkijkend' and is_te_beoordelen
        """,
    )


def test_duration_with_running_care_censored(sleutel, basis):
    _assert_sleutel(
        sleutel,
        basis,
        "gebruik_duur",
        """
        select jaar, gebied_code, zorgvorm_groep, aantal_begonnen, aantal_beeindigd, aantal_lopend,
            coalesce(round(aantal_beeindigd * telling.gemiddelde_duur_dagen), 0)::bigint,
            coalesce(round(aantal_lopend * gemiddelde_duur_lopend_dagen), 0)::bigint,
            mediaan.mediaan_duur_dagen
        from intermediate.int_duur_telling as telling
        left join intermediate.int_duur_mediaan as mediaan
            using (jaar, gebied_code, zorgvorm_groep)
        where aantal_begonnen + aantal_beeindigd + aantal_lopend > 0
        """,
    )


def test_median_with_running_care_is_that_of_scipy(basis):
    """The same observations through the Kaplan-Meier estimator of scipy."""
    rows = fetch(
        basis.warehouse,
        """
        select year(start_datum), zorgvorm, duur_dagen, is_beeindigd
        from intermediate.int_duur_waarneming
        inner join marts.dim_gemeente using (gemeente_code)
        where is_regiogemeente
        """,
    )
    waarnemingen = defaultdict(list)
    for jaar, zorgvorm, dagen, is_beeindigd in rows:
        waarnemingen[(jaar, zorgvorm)].append((dagen, is_beeindigd))
    mediaan = {
        (jaar, zorgvorm): dagen
        for jaar, zorgvorm, dagen in fetch(
            basis.warehouse,
            """
            select jaar, zorgvorm_groep, mediaan_duur_dagen
            from intermediate.int_duur_mediaan where gebied_code = 'regio'
            """,
        )
    }
    assert len(waarnemingen) > 20
    for niveau, paren in waarnemingen.items():
        assert mediaan[niveau] == _scipy_mediaan(paren), niveau


def _scipy_mediaan(paren: list[tuple[int, bool]]) -> int | None:
    data = CensoredData(
        uncensored=[dagen for dagen, is_eind in paren if is_eind],
        right=[dagen for dagen, is_eind in paren if not is_eind],
    )
    over = ecdf(data).sf
    onder_half = over.quantiles[over.probabilities <= 0.5 + 1e-9]
    return int(onder_half[0]) if len(onder_half) else None
