"""``regiobeeld controleer``: what it writes, what it says, what it keeps, and its exit codes."""

import csv
import io
import json
import os
import re
import tempfile
import zipfile
from contextlib import redirect_stdout
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook
from typer.testing import CliRunner

from orchestration.cli import app
from orchestration.cli.controleer_uitvoer import JsonStroom

cli = CliRunner()
GOLDEN = Path(__file__).parents[1] / "golden" / "ijw"
KOP = "Gemeente;Jaar;Leeftijd van;Leeftijd tot en met;Aantal;Herkomst\n"
GOED = f"{KOP}Dronten;2025;0;17;9000;CBS\n"
BSN = "999990018"  # fails the elfproef


@pytest.fixture(autouse=True)
def breed(monkeypatch):
    monkeypatch.setenv("COLUMNS", "200")


@pytest.fixture
def fout_bericht(tmp_path):
    """Return a declaratie in which every bsn fails the elfproef."""
    tekst = (GOLDEN / "jw323_credit_en_nieuw_debet.xml").read_text(encoding="utf-8")
    pad = tmp_path / "declaratie.xml"
    pad.write_text(re.sub(r"(Bsn>)\d{9}", rf"\g<1>{BSN}", tekst), encoding="utf-8")
    return pad


@pytest.fixture
def veel_fouten(tmp_path):
    """Return a table with 3,000 wrong rows."""
    pad = tmp_path / "bevolking.csv"
    regels = (f"Atlantis{n};2025;0;17;9000;CBS\n" for n in range(3000))
    pad.write_text(KOP + "".join(regels), encoding="utf-8")
    return pad


def roep(*argumenten):
    return cli.invoke(app, ["controleer", *map(str, argumenten)])


def lees_csv(pad):
    with pad.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream, delimiter=";"))


def test_exit_codes_tell_good_from_wrong_from_unreadable(tmp_path, veel_fouten):
    goed = tmp_path / "goed.csv"
    goed.write_text(GOED)
    assert roep(goed, "--bron", "referentie").exit_code == 0
    assert roep(veel_fouten, "--bron", "referentie").exit_code == 1
    assert roep(goed, "--bron", "onzin").exit_code == 2
    assert roep(tmp_path / "bestaat_niet.csv").exit_code == 2


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_file_without_rights_does_not_stop_the_others(tmp_path):
    dicht, goed = tmp_path / "a_dicht.csv", tmp_path / "b_goed.csv"
    dicht.write_text(GOED)
    dicht.chmod(0)
    goed.write_text(GOED)
    uitkomst = roep(tmp_path, "--bron", "referentie")
    assert uitkomst.exit_code == 2
    assert "1 bestand: 1 rij in orde" in uitkomst.output and "a_dicht.csv" in uitkomst.output


def test_broken_link_is_told_and_does_not_stop_the_others(tmp_path):
    (tmp_path / "weg.csv").symlink_to(tmp_path / "nergens")
    (tmp_path / "goed.csv").write_text(GOED)
    uitkomst = roep(tmp_path, "--bron", "referentie")
    assert uitkomst.exit_code == 0 and "1 bestand:" in uitkomst.output


def test_screen_groups_by_rule_and_shows_the_first_places(veel_fouten):
    uitkomst = roep(veel_fouten, "--bron", "referentie", "--toon", 3)
    assert "fout B024, 3.000 keer" in uitkomst.output
    assert uitkomst.output.count("bevolking.csv: ") == 3
    assert "en nog 2.997" in uitkomst.output
    assert "1 bestand: 0 rijen in orde, 3.000 geweigerd, 3.000 fouten" in uitkomst.output


def test_screen_says_which_rules_were_judged(fout_bericht):
    assert "Niet beoordeeld: de regels over berichten heen" in roep(fout_bericht).output


def test_csv_is_complete_and_the_workbook_stops_at_the_maximum(tmp_path, veel_fouten):
    lijst, werkmap = tmp_path / "lijst.csv", tmp_path / "uit.xlsx"
    uitkomst = roep(veel_fouten, "--bron", "referentie", "--csv", lijst, "--xlsx", werkmap)
    assert uitkomst.exit_code == 1
    assert len(lees_csv(lijst)) == 3000
    blad = CalamineWorkbook.from_path(str(werkmap)).get_sheet_by_name("Bevindingen").to_python()
    assert len(blad) == 1 + 1000 + 1
    assert "en nog 2.000: zie het CSV-bestand lijst.csv" in blad[-1]
    assert sorted(pad.name for pad in tmp_path.iterdir()) == [
        "bevolking.csv",
        "lijst.csv",
        "uit.xlsx",
    ]


def test_workbook_in_a_folder_that_is_not_there_is_told(tmp_path, veel_fouten):
    uitkomst = roep(veel_fouten, "--xlsx", tmp_path / "weg" / "uit.xlsx")
    assert uitkomst.exit_code == 2 and "bestaat niet" in uitkomst.output


def test_json_has_every_finding_on_a_line_of_its_own(tmp_path, veel_fouten):
    (tmp_path / "goed.csv").write_text(GOED)
    uitkomst = roep(tmp_path, "--bron", "referentie", "--json")
    veel, goed = json.loads(uitkomst.stdout)
    assert len(veel["bevindingen"]) == veel["fouten"] == veel["rijen_geweigerd"] == 3000
    assert goed["bevindingen"] == [] and goed["rijen_aanvaard"] == 1
    regels = [regel for regel in uitkomst.stdout.splitlines() if '"regel_code"' in regel]
    assert len(regels) == 3000
    assert json.loads(regels[0].rstrip(",").removesuffix("}").removesuffix("}") + "}")["plaats"]


def test_json_goes_to_stdout_also_when_a_progress_bar_catches_what_is_printed(capsys):
    stroom = JsonStroom()
    with redirect_stdout(io.StringIO()) as gevangen:
        stroom.add("a.xml", "ijw", None)
        stroom.add_bevindingen([])
        stroom.close()
    assert gevangen.getvalue() == ""
    assert json.loads(capsys.readouterr().out)[0]["bestand"] == "a.xml"


def test_zip_in_a_folder_is_read_and_the_part_is_named(tmp_path, fout_bericht):
    with zipfile.ZipFile(tmp_path / "juli.zip", "w") as archief:
        archief.write(fout_bericht, "deel/d1.xml")
    fout_bericht.unlink()
    (tmp_path / ".verborgen.xml").write_text("<a/>")
    (uitkomst,) = json.loads(roep(tmp_path, "--json").stdout)
    assert {rij["bestandsnaam"] for rij in uitkomst["bevindingen"]} == {"juli.zip/deel/d1.xml"}


def test_same_file_named_twice_is_checked_once(fout_bericht):
    assert "1 bestand:" in roep(fout_bericht, fout_bericht.parent).output


def test_bsn_is_nowhere_in_what_is_shown_or_written(tmp_path, fout_bericht):
    doel = tmp_path / "uit"
    doel.mkdir()
    fout_bericht = fout_bericht.rename(tmp_path / "declaratie_999990019.xml")
    scherm = roep(fout_bericht, "--csv", doel / "a.csv", "--xlsx", doel / "a.xlsx")
    stroom = roep(fout_bericht, "--json")
    assert scherm.exit_code == stroom.exit_code == 1 and "CS002" in scherm.output
    bladen = CalamineWorkbook.from_path(str(doel / "a.xlsx"))
    alles = [str(bladen.get_sheet_by_name(naam).to_python()) for naam in bladen.sheet_names]
    # The JSON repeats the path that was given: it is the caller's own.
    bevindingen = json.loads(stroom.stdout)[0]["bevindingen"]
    alles += [scherm.output, json.dumps(bevindingen), (doel / "a.csv").read_text(encoding="utf-8")]
    for tekst in alles:
        assert BSN not in tekst and "999990019" not in tekst


def test_verband_judges_over_messages_and_leaves_nothing(tmp_path, monkeypatch):
    werk, tijdelijk = tmp_path / "werk", tmp_path / "tijdelijk"
    werk.mkdir()
    tijdelijk.mkdir()
    monkeypatch.chdir(werk)
    monkeypatch.setattr(tempfile, "tempdir", str(tijdelijk))
    monkeypatch.setenv("REGIOBEELD_HOME", str(werk / "home"))
    monkeypatch.setenv("REGIOBEELD_ARCHIEF_SLEUTEL", "ab" * 32)
    bericht = GOLDEN / "jw323_credit_en_nieuw_debet.xml"
    assert "TR338" not in roep(bericht).output
    uitkomst = roep(bericht, "--verband", "--json")
    assert uitkomst.exit_code == 0  # a rule over messages is never more than a signaal
    bestand, verband = json.loads(uitkomst.stdout)
    assert bestand["bestand"] == str(bericht) and verband["bestand"] is None
    assert {"TR338"} <= {rij["regel_code"] for rij in verband["bevindingen"]}
    assert list(werk.iterdir()) == [] and list(tijdelijk.iterdir()) == []


def test_terugkoppeling_without_a_warehouse_says_what_to_do_first(tmp_path):
    uitkomst = cli.invoke(app, ["terugkoppeling", "--home", str(tmp_path / "home")])
    assert uitkomst.exit_code == 2 and "regiobeeld run" in uitkomst.output


@pytest.mark.parametrize("keuze", [("--aanbieder", "123"), ("--maand", "2025-13")])
def test_terugkoppeling_of_something_impossible_is_told(tmp_path, keuze):
    uitkomst = cli.invoke(app, ["terugkoppeling", "--home", str(tmp_path / "home"), *keuze])
    assert uitkomst.exit_code == 2 and "Wat te doen" in uitkomst.output
