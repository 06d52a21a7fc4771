"""The command line: Dutch help, errors that help, and exit codes."""

import json
import subprocess
import sys

import pytest
from typer.testing import CliRunner

from orchestration.cli import app

cli = CliRunner()
OPDRACHTEN = (
    "demo",
    "run",
    "controleer",
    "terugkoppeling",
    "rapport",
    "publiceer",
    "dev",
    "doctor",
    "sjabloon",
    "stand",
    "revisie",
)
GOED = (
    "Gemeente;Jaar;Leeftijd van;Leeftijd tot en met;Aantal;Herkomst\nDronten;2025;0;17;9000;CBS\n"
)
FOUT = GOED.replace("Dronten", "Atlantis")


@pytest.fixture
def map(tmp_path, monkeypatch):
    monkeypatch.setenv("COLUMNS", "200")
    return tmp_path / "home"


def roep(*argumenten):
    return cli.invoke(app, [str(argument) for argument in argumenten])


def test_help_names_every_command_in_dutch():
    uitkomst = roep("--help")
    assert uitkomst.exit_code == 0
    assert all(opdracht in uitkomst.output for opdracht in OPDRACHTEN)
    assert "Regionale beleidsinformatie jeugdhulp" in uitkomst.output


@pytest.mark.parametrize("opdracht", OPDRACHTEN)
def test_every_command_explains_itself(opdracht):
    uitkomst = roep(opdracht, "--help")
    assert uitkomst.exit_code == 0
    for engels in ("Show this message", "Options", "Arguments", "required", "default:"):
        assert engels not in uitkomst.output


@pytest.mark.parametrize(
    ("argumenten", "tekst"),
    [
        (("onzin",), "De opdracht 'onzin' bestaat niet."),
        (("rapport",), "'KWARTAAL' ontbreekt."),
        (("run", "--onzin"), "De optie --onzin bestaat niet."),
        (("demo", "--jaren", "veel"), "dat is geen getal."),
        (("demo", "--jaren", "40"), "hoogstens 12."),
        (("sjabloon", "onzin"), "'onzin' is niet een van 'ijw'"),
        (("controleer", "/bestaat/niet"), "bestaat niet."),
        (("run", "--home", "/proc/niet"), "kan niet worden gemaakt"),
        (("stand", "19-02-2025"), "19-02-2025 is geen datum."),
        (("stand", "2025-02-30"), "2025-02-30 is geen datum."),
        (("stand", "2999-01-01"), "ligt in de toekomst"),
        (("revisie", "gisteren"), "gisteren is geen datum."),
        (("revisie", "nu"), "zijn niet te vergelijken"),
        (("revisie", "2025-02-19", "2025-01-01"), "2025-02-19 ligt na 2025-01-01"),
    ],
)
def test_wrong_call_is_told_in_dutch(map, argumenten, tekst):
    uitkomst = roep(*argumenten)
    assert uitkomst.exit_code == 2
    assert tekst in " ".join(uitkomst.output.replace("│", " ").split())
    assert "Traceback" not in uitkomst.output


@pytest.fixture
def kapot(monkeypatch):
    """Let ``doctor`` end in an error that nobody foresaw, with a value in its text."""

    def stop(*_):
        raise ValueError("waarde uit een levering")

    monkeypatch.setattr("orchestration.cli.doctor.run_doctor", stop)


def test_unexpected_error_is_told_without_source_or_value(map, kapot):
    uitkomst = roep("doctor", "--home", map)
    assert uitkomst.exit_code == 2
    assert "niet verwacht (ValueError)" in uitkomst.stderr
    assert "regiobeeld doctor" in uitkomst.stderr and "REGIOBEELD_DEBUG=1" in uitkomst.stderr
    for geheim in ("Traceback", "raise ValueError", "waarde uit een levering"):
        assert geheim not in uitkomst.output


def test_unexpected_error_shows_its_traceback_on_request(map, kapot, monkeypatch):
    monkeypatch.setenv("REGIOBEELD_DEBUG", "1")
    uitkomst = roep("doctor", "--home", map)
    assert uitkomst.exit_code == 2
    assert "Traceback" in uitkomst.stderr and "waarde uit een levering" in uitkomst.stderr
    assert "niet verwacht (ValueError)" in uitkomst.stderr


@pytest.mark.parametrize("optie", ["--csv", "--xlsx"])
def test_revisie_takes_the_place_of_no_file(map, tmp_path, optie):
    lijst = tmp_path / "lijst"
    lijst.write_text("van mij")
    uitkomst = roep("revisie", "2025-01-31", "--home", map, optie, lijst)
    assert uitkomst.exit_code == 2
    assert "bestaat al" in uitkomst.stderr and "andere naam" in uitkomst.stderr
    assert lijst.read_text() == "van mij"


def test_loading_the_command_line_loads_nothing_heavy():
    zwaar = "('dagster', 'dbt', 'duckdb', 'pyarrow', 'pandas', 'lxml', 'pydantic')"
    opdracht = f"import sys, orchestration.cli; print([m for m in {zwaar} if m in sys.modules])"
    uitkomst = subprocess.run([sys.executable, "-c", opdracht], capture_output=True, text=True)
    assert uitkomst.stdout.strip() == "[]"


def test_run_on_an_empty_home_says_what_to_do(map):
    uitkomst = roep("run", "--home", map)
    assert uitkomst.exit_code == 0
    assert "niets te doen" in uitkomst.output and "regiobeeld demo" in uitkomst.output


def test_dry_run_tells_and_changes_nothing(map):
    pad = map / "inbox" / "referentie" / "2025-03" / "bevolking.csv"
    pad.parent.mkdir(parents=True)
    pad.write_text(GOED)
    (map / "inbox" / "los.csv").write_text("x")
    voor = sorted(map.rglob("*"))
    uitkomst = roep("run", "--home", map, "--proef")
    assert uitkomst.exit_code == 0
    assert "referentie" in uitkomst.output and "2025-03" in uitkomst.output
    assert "los.csv" in uitkomst.output
    assert sorted(map.rglob("*")) == voor


def test_demo_does_not_mix_two_regions(map):
    assert roep("demo", "--home", map, "--schaal", 0.002, "--jaren", 1).exit_code == 0
    assert roep("demo", "--home", map, "--schaal", 0.002, "--jaren", 1).exit_code == 0
    anders = roep("demo", "--home", map, "--schaal", 0.003, "--jaren", 1)
    assert anders.exit_code == 2
    assert "andere demoregio" in anders.output and "Wat te doen" in anders.output


def test_demo_leaves_real_deliveries_alone(map):
    pad = map / "inbox" / "ijw" / "echt.xml"
    pad.parent.mkdir(parents=True)
    pad.write_text("<a/>")
    uitkomst = roep("demo", "--home", map, "--schaal", 0.002, "--jaren", 1)
    assert uitkomst.exit_code == 2 and pad.exists()


def test_demo_before_its_first_year_is_refused(map):
    uitkomst = roep("demo", "--home", map, "--jaren", 12)
    assert uitkomst.exit_code == 2 and "op zijn vroegst" in uitkomst.output


@pytest.mark.parametrize(
    ("argumenten", "tekst"),
    [
        (("publiceer",), "nog geen warehouse"),
        (("rapport", "2025-K4"), "nog niets gepubliceerd"),
    ],
)
def test_too_early_says_what_to_do_first(map, argumenten, tekst):
    uitkomst = roep(*argumenten, "--home", map)
    assert uitkomst.exit_code == 2
    assert tekst in uitkomst.output and "regiobeeld run" in uitkomst.output
    assert "Traceback" not in uitkomst.output


def test_controleer_tells_a_good_file_from_a_bad_one(tmp_path, map):
    goed, fout = tmp_path / "goed.csv", tmp_path / "fout.csv"
    goed.write_text(GOED)
    fout.write_text(FOUT)
    ja = roep("controleer", goed, "--bron", "referentie")
    assert ja.exit_code == 0 and "0 fouten" in ja.output
    nee = roep("controleer", fout, "--bron", "referentie")
    assert nee.exit_code == 1 and "fout.csv" in nee.output


def test_controleer_finds_the_bron_itself(tmp_path):
    (tmp_path / "levering.csv").write_text(GOED)
    (tmp_path / "bericht.xml").write_text("<a><b></a>")
    uitkomst = roep("controleer", tmp_path, "--json")
    gevonden = {rij["bestand"].rsplit("/")[-1]: rij for rij in json.loads(uitkomst.stdout)}
    assert uitkomst.exit_code == 1
    assert gevonden["levering.csv"]["bron"] == "referentie"
    assert gevonden["levering.csv"]["rijen_aanvaard"] == 1
    assert gevonden["bericht.xml"]["bron"] == "ijw"
    assert gevonden["bericht.xml"]["bevindingen"][0]["uitleg"]


def test_controleer_leaves_no_trace(tmp_path, monkeypatch):
    werkmap = tmp_path / "werk"
    werkmap.mkdir()
    monkeypatch.chdir(werkmap)
    pad = tmp_path / "goed.csv"
    pad.write_text(GOED)
    roep("controleer", pad, "--bron", "referentie")
    assert list(werkmap.iterdir()) == []
    assert pad.read_text() == GOED


def test_controleer_without_files_is_an_error(tmp_path):
    uitkomst = roep("controleer", tmp_path)
    assert uitkomst.exit_code == 2 and "geen bestand" in uitkomst.output


def test_templates_can_be_read_back(tmp_path):
    uitkomst = roep("sjabloon", "--doel", tmp_path)
    assert uitkomst.exit_code == 0
    namen = {pad.stem.removeprefix("sjabloon_") for pad in tmp_path.glob("*.xlsx")}
    assert namen == {"kwartaalcijfers", "circulaires", "contracten", "veilig_thuis", "referentie"}


def test_there_is_no_template_for_ijw(tmp_path):
    uitkomst = roep("sjabloon", "ijw", "--doel", tmp_path)
    assert uitkomst.exit_code == 2 and "geen sjabloon" in uitkomst.output


def test_doctor_of_a_new_home_is_calm(map):
    uitkomst = roep("doctor", "--home", map, "--json")
    oordelen = {rij["onderwerp"]: rij["oordeel"] for rij in json.loads(uitkomst.stdout)}
    assert uitkomst.exit_code == 0
    assert "fout" not in oordelen.values() and oordelen["Sleutels"] == "goed"
    assert not map.exists()


def test_doctor_sees_a_lost_key_and_a_damaged_original(map):
    pad = map / "inbox" / "referentie" / "bevolking.csv"
    pad.parent.mkdir(parents=True)
    pad.write_text(GOED)
    from datetime import date

    from orchestration.home import Home
    from orchestration.stappen.ontvangst import register_inbox

    register_inbox(Home.open(map), date(2026, 2, 15))
    origineel = next((map / "archief").rglob("2026-02/*.bin"))
    origineel.write_bytes(origineel.read_bytes()[:-1] + b"\0")
    uitkomst = roep("doctor", "--home", map)
    assert uitkomst.exit_code == 1 and "1 beschadigd" in uitkomst.output
    (map / "sleutels" / "archief.sleutel").unlink()
    uitkomst = roep("doctor", "--home", map)
    assert uitkomst.exit_code == 1 and "archiefsleutel" in uitkomst.output


def test_demo_again_keeps_a_delivery_it_did_not_write(map):
    keuze = ("--schaal", 0.001, "--jaren", 1, "--home", map)
    assert roep("demo", *keuze).exit_code == 0
    assert roep("demo", *keuze).exit_code == 0
    eigen = map / "inbox" / "ijw" / "mijn_levering.xml"
    eigen.write_text("<a/>", encoding="utf-8")
    uitkomst = roep("demo", *keuze)
    assert uitkomst.exit_code == 2
    assert "Niet van de demo in" in uitkomst.output
    assert eigen.read_text(encoding="utf-8") == "<a/>"


def test_dry_run_of_the_demo_writes_nothing(map):
    assert roep("demo", "--proef", "--home", map).exit_code == 0
    assert not (map / "inbox").exists() or not any((map / "inbox").rglob("*.zip"))


@pytest.mark.parametrize("bron", ["kwartaalcijfers", "circulaires", "contracten"])
def test_controleer_recognises_our_own_empty_template(tmp_path, bron):
    assert roep("sjabloon", bron, "--doel", tmp_path).exit_code == 0
    uitkomst = roep("controleer", *tmp_path.glob("*.xlsx"), "--json")
    assert "B026" not in uitkomst.output
