"""Reading again: chosen months only, what changed is told, and a try leaves everything alone."""

import errno
import os
import resource
import subprocess
import sys
from pathlib import Path

import dagster as dg
import pyarrow.parquet as pq
import pytest
from proefhuis import VANDAAG, lever, lever_bevolking
from typer.testing import CliRunner

from orchestration.cli import app
from orchestration.defs.jobs import make_herlees_opdrachten
from orchestration.defs.lake import make_lake_asset
from orchestration.defs.resources import HomeResource
from orchestration.diagnose import diagnose_home
from orchestration.fouten import RegiobeeldFout
from orchestration.herlezing import run_herlezen
from orchestration.instance import open_instance
from orchestration.schijf import meld_volle_schijf
from orchestration.stappen.herlezen import choose_maanden, try_herlezen
from orchestration.stappen.inlezen import read_maanden
from orchestration.stappen.lake_stand import list_archief_maanden
from orchestration.stappen.ontvangst import register_inbox
from orchestration.stappen.verschil import count_regels, take_momentopname
from orchestration.voortgang import ignore_voortgang

KOP = "Gemeente;Jaar;Leeftijd van;Leeftijd tot en met;Aantal;Herkomst"


@pytest.fixture
def gelezen(home):
    """Return a home with three months of population in the lake; one row of March is refused."""
    lever_bevolking(home, 100, "2025-01")
    lever_bevolking(home, 200, "2025-02")
    lever(
        home,
        "referentie",
        "b2.csv",
        f"{KOP}\nDronten;2025;0;17;300;CBS\nNergenshuizen;2025;0;17;4;CBS\n",
        "2025-03",
    )
    register_inbox(home, VANDAAG)
    read_maanden(home, "referentie", list_archief_maanden(home, "referentie"))
    return home


def read_bytes(home) -> dict[str, bytes]:
    return {str(p.relative_to(home.lake)): p.read_bytes() for p in home.lake.rglob("*.parquet")}


def forget_bevindingen(home, maand: str) -> None:
    """Leave the lake of a month as an older rule would have: without any finding."""
    pad = home.lake / "referentie" / "bevinding" / f"{maand}.parquet"
    pq.write_table(pq.read_table(pad).slice(0, 0), pad)


def test_everything_or_what_is_named_is_read_again(gelezen):
    alles = {"referentie": ["2025-01", "2025-02", "2025-03"]}
    assert choose_maanden(gelezen, None, []) == alles
    assert choose_maanden(gelezen, "referentie", ["2025-03", "2025-01"]) == {
        "referentie": ["2025-01", "2025-03"]
    }


@pytest.mark.parametrize(
    ("bron", "maanden", "uitleg"),
    [
        (None, ["2025-13"], "geen maand"),
        (None, ["2024-01", "2025-01"], "niets ontvangen in 2024-01"),
        ("ijw", [], "niets ontvangen van ijw"),
    ],
)
def test_choice_that_cannot_be_is_explained(gelezen, bron, maanden, uitleg):
    with pytest.raises(RegiobeeldFout, match=uitleg):
        choose_maanden(gelezen, bron, maanden)


def test_try_tells_what_would_change_and_changes_nothing(gelezen):
    forget_bevindingen(gelezen, "2025-03")
    voor = read_bytes(gelezen)
    verschillen = try_herlezen(gelezen, choose_maanden(gelezen, None, []))
    assert [(v.maand, v.nieuw.total(), v.is_leeg) for v in verschillen] == [
        ("2025-01", 0, True),
        ("2025-02", 0, True),
        ("2025-03", 1, False),
    ]
    assert read_bytes(gelezen) == voor
    assert not (gelezen.map / ".bouw" / "herlezen").exists()


def test_reading_again_in_dagster_leaves_other_months_alone(gelezen):
    goed = read_bytes(gelezen)
    forget_bevindingen(gelezen, "2025-03")
    elders = {pad: pad.stat().st_mtime_ns for pad in gelezen.lake.rglob("2025-0[12].parquet")}
    (verschil,) = run_herlezen(gelezen, {"referentie": ["2025-03"]}, ignore_voortgang)
    assert (verschil.nieuw, verschil.opgelost.total()) == ({"B024": 1}, 0)
    assert read_bytes(gelezen) == goed
    assert {pad: pad.stat().st_mtime_ns for pad in elders} == elders
    with open_instance(gelezen) as instance:
        (run,) = instance.get_runs()
        assert run.job_name == "herlezen" and run.is_success
        key = dg.AssetKey(["lake", "referentie"])
        assert instance.get_materialized_partitions(key) == {"2025-03"}
        metadata = instance.get_latest_materialization_event(key).asset_materialization.metadata
        assert metadata["bevindingen_nieuw"].value == 1


def test_months_between_the_chosen_ones_are_not_read():
    opdrachten = make_herlees_opdrachten(
        {"ijw": ["2024-11", "2024-12", "2025-01", "2025-03"], "referentie": ["2025-02"]}
    )
    assert [
        (
            opdracht.assets[0].path[-1],
            opdracht.tags["dagster/asset_partition_range_start"],
            opdracht.tags["dagster/asset_partition_range_end"],
        )
        for opdracht in opdrachten
    ] == [
        ("ijw", "2024-11", "2025-01"),
        ("ijw", "2025-03", "2025-03"),
        ("referentie", "2025-02", "2025-02"),
    ]


def test_corrected_file_is_read_without_its_neighbours(gelezen):
    lever(
        gelezen,
        "referentie",
        "b2.csv",
        f"{KOP}\nDronten;2025;0;17;300;CBS\nLelystad;2025;0;17;4;CBS\n",
        "2025-03",
    )
    register_inbox(gelezen, VANDAAG)
    inlezing = read_maanden(gelezen, "referentie", list_archief_maanden(gelezen, "referentie"))
    assert list(inlezing.maanden) == ["2025-03"]
    assert inlezing.ongewijzigd == ["2025-01", "2025-02"]
    verschil = inlezing.verschillen["2025-03"]
    assert verschil.rijen_na - verschil.rijen_voor == 2


def test_command_says_what_changed(gelezen):
    forget_bevindingen(gelezen, "2025-03")
    opdracht = ["herlees", "--home", str(gelezen.map), "--bron", "referentie", "--maand", "2025-03"]
    proef = CliRunner().invoke(app, [*opdracht, "--proef"])
    assert proef.exit_code == 0 and "er is niets veranderd" in proef.output
    assert "B024 1×" in proef.output
    echt = CliRunner().invoke(app, opdracht)
    assert echt.exit_code == 0 and "Daarvan veranderd: 1" in echt.output
    assert "B024 1×" in echt.output and "regiobeeld run" in echt.output


def test_check_counts_what_was_refused_per_rule(gelezen):
    assert count_regels(gelezen.lake, "referentie", "fout") == {"B024": 1}
    with dg.instance_for_test() as instance:
        run = dg.materialize(
            [make_lake_asset("referentie")],
            partition_key="2025-03",
            resources={"home": HomeResource(map=str(gelezen.map))},
            instance=instance,
        )
    uitkomsten = {c.check_name: c for c in run.get_asset_check_evaluations()}
    controle = uitkomsten["niets_geweigerd"]
    assert run.success and not controle.passed
    assert controle.severity == dg.AssetCheckSeverity.WARN
    assert controle.metadata["fouten"].value == 1
    (regel,) = controle.metadata["per_regel"].records
    assert (regel.data["regel"], regel.data["aantal"]) == ("B024", 1) and regel.data["uitleg"]


def test_month_that_was_never_read_or_is_damaged_counts_as_empty(gelezen):
    leeg = take_momentopname(gelezen.lake, "referentie", "2031-01")
    assert (leeg.bevindingen, leeg.rijen_aanvaard) == (frozenset(), 0)
    (gelezen.lake / "referentie" / "bevinding" / "2025-01.parquet").write_bytes(b"stuk")
    assert take_momentopname(gelezen.lake, "referentie", "2025-01") == leeg


def test_doctor_names_the_month_of_a_file_that_rotted_in_silence(gelezen):
    pad = gelezen.lake / "referentie" / "bevolking" / "2025-02.parquet"
    toen, inhoud = pad.stat().st_mtime, bytearray(pad.read_bytes())
    inhoud[8] ^= 0xFF
    pad.write_bytes(inhoud)
    os.utime(pad, (toen, toen))
    (lake,) = [uitslag for uitslag in diagnose_home(gelezen) if uitslag.onderwerp == "Lake"]
    assert lake.oordeel == "fout"
    assert lake.wat_te_doen == "regiobeeld herlees --bron referentie --maand 2025-02"
    run_herlezen(gelezen, {"referentie": ["2025-02"]}, ignore_voortgang)
    (lake,) = [uitslag for uitslag in diagnose_home(gelezen) if uitslag.onderwerp == "Lake"]
    assert lake.oordeel == "goed"


@pytest.mark.parametrize("is_weg", [True, False])
def test_mended_lake_file_is_told(gelezen, is_weg):
    pad = gelezen.lake / "referentie" / "bevolking" / "2025-02.parquet"
    goed = pad.read_bytes()
    if is_weg:
        pad.unlink()
    else:
        pad.write_bytes(goed[:-1] + b"?")
    opdracht = ["herlees", "--home", str(gelezen.map)]
    proef = CliRunner().invoke(app, [*opdracht, "--proef"])
    assert "Zouden worden hersteld" in proef.output and "1 (referentie 2025-02)" in proef.output
    assert not pad.exists() if is_weg else pad.read_bytes() != goed
    echt = CliRunner().invoke(app, opdracht)
    assert "Hersteld" in echt.output and "1 (referentie 2025-02)" in echt.output
    assert pad.read_bytes() == goed
    assert "hersteld" not in CliRunner().invoke(app, opdracht).output.lower()


def test_full_disk_is_said_in_dutch(gelezen):
    """A limit on the size of a file stands in for a disk without room."""
    uitkomst = subprocess.run(
        [sys.executable, "-m", "orchestration.cli", "herlees", "--home", str(gelezen.map)],
        cwd=Path(__file__).parents[2],
        env=os.environ | {"COLUMNS": "200"},
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (2_000, 2_000)),
        capture_output=True,
        text=True,
        check=False,
    )
    assert uitkomst.returncode == 2, uitkomst.stderr
    assert "vol of niet te beschrijven" in uitkomst.stderr
    assert "Traceback" not in uitkomst.stderr


@pytest.mark.parametrize("fout", [OSError(errno.ENOSPC, "vol"), RuntimeError("disk I/O error")])
def test_only_errors_of_the_disk_are_translated(tmp_path, fout):
    with (
        pytest.raises(RegiobeeldFout, match="vol of niet te beschrijven"),
        meld_volle_schijf(tmp_path),
    ):
        raise fout
    for ander in (OSError(errno.ENOENT, "weg"), ValueError("anders")):
        with pytest.raises(type(ander)), meld_volle_schijf(tmp_path):
            raise ander
