"""``regiobeeld controleer`` does no harm: not to what it checks, nor to the screen or the JSON."""

import json
import os
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from orchestration.cli import app, controleer
from orchestration.naam import to_zichtbaar, toon_naam

cli = CliRunner()
BERICHT = (
    Path(__file__).parents[1] / "golden" / "ijw" / "jw323_credit_en_nieuw_debet.xml"
).read_bytes()
KOP = "Gemeente;Jaar;Leeftijd van;Leeftijd tot en met;Aantal;Herkomst\n"
FOUT = f"{KOP}Atlantis;2025;0;17;9000;CBS\n"
LASTIGE_NAMEN = (b"a\xff\xfe.csv", b"a\x1b[31mrood\nregel.csv", "a\x9b\u202e.csv".encode())


@pytest.fixture(autouse=True)
def breed(monkeypatch):
    monkeypatch.setenv("COLUMNS", "200")


@pytest.fixture
def bericht(tmp_path):
    pad = tmp_path / "een.xml"
    pad.write_bytes(BERICHT)
    return pad


def roep(*argumenten):
    return cli.invoke(app, ["controleer", *map(str, argumenten)])


@pytest.mark.parametrize("optie", ["--csv", "--xlsx"])
def test_output_never_takes_the_place_of_what_is_checked(tmp_path, bericht, optie):
    (tmp_path / "deel").mkdir()
    (tmp_path / "link.xml").symlink_to(bericht)
    (tmp_path / "hard.xml").hardlink_to(bericht)
    namen = ("een.xml", "deel/../een.xml", "link.xml", "hard.xml")
    for naam in namen:
        uitkomst = roep(bericht, optie, tmp_path / naam)
        assert uitkomst.exit_code == 2
        assert "een van de bestanden die u wilt controleren" in uitkomst.output
        assert bericht.read_bytes() == BERICHT and (tmp_path / naam).read_bytes() == BERICHT
    assert roep(tmp_path, optie, bericht).exit_code == 2


def test_older_output_is_replaced(tmp_path, bericht):
    doel = tmp_path / "uit.csv"
    doel.write_text("oud")
    assert roep(bericht, "--csv", doel).exit_code == 0
    assert "oud" not in doel.read_text(encoding="utf-8-sig")


def test_workbook_and_csv_need_names_of_their_own(tmp_path, bericht):
    uitkomst = roep(bericht, "--csv", tmp_path / "uit", "--xlsx", tmp_path / "." / "uit")
    assert uitkomst.exit_code == 2 and "dezelfde naam" in uitkomst.output
    assert not (tmp_path / "uit").exists()


@pytest.mark.parametrize("optie", ["--csv", "--xlsx"])
@pytest.mark.parametrize(
    ("doel", "tekst"),
    [
        ("/bestaat/niet/uit", "bestaat niet"),
        ("/proc/uit", "kan niet worden geschreven"),
        ("/dev/null", "geen gewoon bestand"),
    ],
)
def test_output_is_tried_before_anything_is_checked(monkeypatch, bericht, optie, doel, tekst):
    monkeypatch.setattr(controleer, "Controle", None)  # checking would fail
    uitkomst = roep(bericht, "--json", optie, doel)
    assert uitkomst.exit_code == 2 and uitkomst.stdout == ""
    assert tekst in uitkomst.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="has no devices in the file system")
def test_device_or_pipe_is_unreadable_and_does_not_stop_the_others(tmp_path, bericht):
    pijp = tmp_path / "pijp.xml"
    os.mkfifo(pijp)
    uitkomst = roep("/dev/zero", "/dev/full", pijp, bericht, "--json")
    assert uitkomst.exit_code == 2
    assert uitkomst.stderr.count("geen gewoon bestand") == 3
    assert [rij["bestand"] for rij in json.loads(uitkomst.stdout)] == [str(bericht)]


def test_json_does_not_begin_when_the_official_schemas_cannot_be_used(monkeypatch, bericht):
    monkeypatch.setenv("REGIOBEELD_IJW_XSD_MAP", "/bestaat/niet")
    uitkomst = roep(bericht, "--json")
    assert uitkomst.exit_code == 2 and uitkomst.stdout == ""
    assert "officiële iJw-schema's" in uitkomst.stderr


def test_json_is_whole_when_checking_stops_halfway_a_file(tmp_path, monkeypatch):
    for naam in ("a.csv", "b.csv"):
        (tmp_path / naam).write_text(FOUT)
    echt = controleer.Verzameling.add

    def add(verzameling, rij):
        if rij["bestandsnaam"] == "b.csv":
            raise OSError(28, "vol", "b.csv")
        echt(verzameling, rij)

    monkeypatch.setattr(controleer.Verzameling, "add", add)
    uitkomst = roep(tmp_path, "--bron", "referentie", "--json")
    goed, half = json.loads(uitkomst.stdout)
    assert uitkomst.exit_code == 2 and "vol" in uitkomst.stderr
    assert goed["fouten"] == 1 and "afgebroken" not in goed
    assert half["afgebroken"] is True and half["bevindingen"] == []


def test_json_is_whole_when_checking_stops_before_the_first_file(monkeypatch, bericht):
    def stop(*_):
        raise RuntimeError

    monkeypatch.setattr(controleer.Controle, "iter_gecontroleerd", stop)
    uitkomst = roep(bericht, "--json")
    assert uitkomst.exit_code == 2 and json.loads(uitkomst.stdout) == []


@pytest.mark.parametrize("naam", LASTIGE_NAMEN)
@pytest.mark.parametrize("opties", [(), ("--json",)])
def test_name_that_is_no_text_breaks_neither_screen_nor_output(tmp_path, naam, opties):
    pad = tmp_path / os.fsdecode(naam)
    pad.write_text(FOUT)
    doel = tmp_path / "uit"
    doel.mkdir()
    uitkomst = roep(
        pad, "--bron", "referentie", "--csv", doel / "a.csv", "--xlsx", doel / "a.xlsx", *opties
    )
    assert uitkomst.exit_code == 1
    alles = uitkomst.stdout_bytes.decode("utf-8") + (doel / "a.csv").read_text("utf-8-sig")
    assert toon_naam(pad.name) in alles
    assert not set(alles) & {"\x1b", "\x9b", "\u202e"} and "\nregel" not in alles


def test_name_that_is_no_text_is_laid_beside_the_others(tmp_path):
    pad = tmp_path / os.fsdecode(b"a\xff\n.xml")
    pad.write_bytes(BERICHT)
    uitkomst = roep(pad, "--verband", "--json")
    assert uitkomst.exit_code == 0
    assert len(json.loads(uitkomst.stdout_bytes.decode("utf-8"))) == 2


def test_unreadable_name_that_is_no_text_is_told(tmp_path):
    pijp = tmp_path / os.fsdecode(b"a\xff\x1b\n.csv")
    os.mkfifo(pijp)
    uitkomst = roep(pijp)
    assert uitkomst.exit_code == 2 and "a???.csv (geen gewoon bestand)" in uitkomst.output


def test_name_keeps_what_can_be_shown():
    assert to_zichtbaar("ë €\u00a0x\t\r\n\x7f\udcff") == "ë €\u00a0x?????"
    assert toon_naam(Path("map/999990019.xml")) == "map/xxxxxxxxx.xml"
