"""Rendering as a whole: errors, order of writing, the same pages every time."""

import json
import shutil

import duckdb
import pytest
from maak_release import GEMEENTETABELLEN

from rapportage.kwartaal import OnbekendKwartaal
from rapportage.rapport import render_rapport


@pytest.fixture
def eigen_release(release_map, tmp_path):
    """A copy of the release that a test may change, with the region and Urk only."""
    kopie = shutil.copytree(release_map, tmp_path / "release")
    for tabel in GEMEENTETABELLEN:
        _change(
            kopie, f"delete from publicatie.{tabel} where gemeente_code not in ('regio', '0184')"
        )
    return kopie


def _change(release_map, opdracht):
    with duckdb.connect(release_map / "regiobeeld.duckdb") as connection:
        connection.execute(opdracht)


def test_same_release_gives_the_same_bytes(release_map, paginas, tmp_path):
    paden = render_rapport(release_map, "2025-K4", tmp_path)
    assert {pad.name: pad.read_text(encoding="utf-8") for pad in paden} == paginas


def test_pages_come_in_a_folder_of_the_quarter_and_nothing_else(eigen_release, tmp_path):
    doel = tmp_path / "rapporten"
    paden = render_rapport(eigen_release, "2025-K1", doel)
    assert {pad.parent for pad in paden} == {doel / "2025-K1"}
    assert sorted(doel.rglob("*.*")) == sorted(paden)


def test_release_is_left_as_it_was(eigen_release, tmp_path):
    voor = {pad: pad.read_bytes() for pad in eigen_release.iterdir()}
    render_rapport(eigen_release, "2024-K2", tmp_path / "rapporten")
    assert {pad: pad.read_bytes() for pad in eigen_release.iterdir()} == voor


def test_unknown_quarter_writes_nothing(release_map, tmp_path):
    with pytest.raises(OnbekendKwartaal, match=r"Beschikbaar: 2023-K1, .*2025-K4\."):
        render_rapport(release_map, "2031-K1", tmp_path)
    assert not list(tmp_path.iterdir())


def test_failure_halfway_keeps_the_old_pages(eigen_release, tmp_path):
    doel = tmp_path / "rapporten"
    paden = render_rapport(eigen_release, "2025-K4", doel)
    voor = {pad: pad.read_bytes() for pad in paden}
    _change(
        eigen_release,
        "update publicatie.outcome_kwartaal set waarde_status = 'raar' where kwartaal = '2025-K4'",
    )
    with pytest.raises(ValueError, match="raar"):
        render_rapport(eigen_release, "2025-K4", doel)
    assert {pad: pad.read_bytes() for pad in paden} == voor


def test_folder_without_a_release_says_what_to_do(tmp_path):
    with pytest.raises(FileNotFoundError, match="regiobeeld publiceer"):
        render_rapport(tmp_path, "2025-K4", tmp_path)


def test_release_without_figures_names_no_quarter(eigen_release, tmp_path):
    _change(eigen_release, "delete from publicatie.zorggebruik_kwartaal")
    beschrijving = eigen_release / "release.json"
    inhoud = json.loads(beschrijving.read_text()) | {"stand_datum": None}
    beschrijving.write_text(json.dumps(inhoud))
    with pytest.raises(OnbekendKwartaal, match="nog geen kwartaal"):
        render_rapport(eigen_release, "2025-K4", tmp_path)


def test_home_with_ijw_only_has_a_report_that_says_what_is_missing(eigen_release, tmp_path):
    for tabel in ("outcome_kwartaal", "budget_realisatie_jaar", "volledigheid_maand"):
        _change(eigen_release, f"delete from publicatie.{tabel}")
    paden = render_rapport(eigen_release, "2025-K4", tmp_path)
    (regio,) = [pad.read_text(encoding="utf-8") for pad in paden if pad.name == "regio.html"]
    assert "De begroting van 2025 staat niet in de grafiek: ontbreekt." in regio
    assert "Over deze maanden is geen volledigheid bekend." in regio


def test_release_of_before_the_estimate_has_a_report_without_it(eigen_release, tmp_path):
    _change(eigen_release, "drop table publicatie.kosten_raming_periode")
    paden = render_rapport(eigen_release, "2025-K4", tmp_path)
    (regio,) = [pad.read_text(encoding="utf-8") for pad in paden if pad.name == "regio.html"]
    assert "Nog te verwachten over" not in regio


def test_quarter_with_nothing_to_come_has_no_expectation(eigen_release, tmp_path):
    paden = render_rapport(eigen_release, "2025-K3", tmp_path)
    (regio,) = [pad.read_text(encoding="utf-8") for pad in paden if pad.name == "regio.html"]
    assert "Nog te verwachten over" not in regio


def test_suppressed_month_stops_the_line_and_is_explained(eigen_release, tmp_path):
    _change(
        eigen_release,
        """
        update publicatie.kosten_maand
        set kosten_euro = null, kosten_euro_status = 'onderdrukt'
        where gemeente_code = '0184' and zorgvorm = 'totaal' and zorgmaand = date '2025-05-01'
        """,
    )
    paden = render_rapport(eigen_release, "2025-K2", tmp_path)
    (urk,) = [pad.read_text(encoding="utf-8") for pad in paden if pad.name == "urk.html"]
    assert "De lijn stopt vóór mei. Het bedrag van die maand: afgeschermd." in urk
    assert '<dd class="getal leeg">afgeschermd' in urk


def test_threshold_of_the_release_is_the_one_that_is_shown(eigen_release, tmp_path):
    beschrijving = eigen_release / "release.json"
    inhoud = json.loads(beschrijving.read_text()) | {"onderdrukking_drempel": 15}
    beschrijving.write_text(json.dumps(inhoud))
    paden = render_rapport(eigen_release, "2025-K4", tmp_path)
    (urk,) = [pad.read_text(encoding="utf-8") for pad in paden if pad.name == "urk.html"]
    assert "&lt;15" in urk
    assert "&lt;10" not in urk


def test_name_with_accents_and_apostrophe_makes_a_plain_file_name(eigen_release, tmp_path):
    for tabel in ("zorggebruik_kwartaal", "kosten_maand", "budget_realisatie_jaar"):
        _change(
            eigen_release,
            f"update publicatie.{tabel} set gemeente_naam = '''s-Gravenmoér' "
            "where gemeente_code = '0184'",
        )
    namen = {pad.name for pad in render_rapport(eigen_release, "2025-K4", tmp_path)}
    assert "s-gravenmoer.html" in namen


def test_outcome_is_not_compared_across_a_break(eigen_release, tmp_path):
    """A year earlier in another reeks is not applicable, and the reader is told why."""
    (voor,) = (
        pad
        for pad in render_rapport(eigen_release, "2025-K4", tmp_path / "voor")
        if pad.name == "regio.html"
    )
    assert "anders gemeten" not in voor.read_text(encoding="utf-8")
    _change(
        eigen_release,
        "update publicatie.outcome_kwartaal set reeks = 'oud' where kwartaal < '2025-K1'",
    )
    _change(
        eigen_release,
        "update publicatie.outcome_kwartaal set breuk = 'Niet vergelijken.' "
        "where indicator_code = '1'",
    )
    paden = {pad.name: pad for pad in render_rapport(eigen_release, "2025-K4", tmp_path / "na")}
    tekst = paden["regio.html"].read_text(encoding="utf-8")
    assert "Uitval is een jaar eerder anders gemeten. Niet vergelijken." in tekst
    assert "Vergelijken met een jaar eerder kan niet" in tekst
