"""Run the pipeline on a home of the tests: the same steps as ``regiobeeld run``."""

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import duckdb

from ingest.lake import write_lege_tabellen
from orchestration.home import DBT_PROJECT_MAP, Home, Instellingen
from orchestration.sleutels import sleutel_pad
from orchestration.stappen.dbt_manifest import prepare_manifest, run_dbt
from orchestration.stappen.inlezen import read_maanden
from orchestration.stappen.lake_stand import list_archief_maanden
from orchestration.stappen.ontvangst import Ontvangst, register_inbox
from orchestration.verwerking import run_verwerking
from orchestration.voortgang import ignore_voortgang
from schemas.lake import BRONNEN

GOLDEN = Path(__file__).parent.parent / "golden" / "dronten_4_4"
VANDAAG = date(2026, 6, 15)  # after the last message of the demo (laatste_jaar 2025)


@dataclass
class Huis:
    """A home that was run, and what its steps said."""

    home: Home
    ontvangst: Ontvangst
    aantal_aanvaard: int = 0
    aantal_geweigerd: int = 0
    regels_fout: list[str] = field(default_factory=list)
    verwacht_fout: dict[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def map(self) -> Path:
        """The folder of the home."""
        return self.home.map

    @property
    def warehouse(self) -> Path:
        """The warehouse that knows everything."""
        return self.home.warehouse


def open_home(map: Path) -> Home:
    """Return a home with fixed keys, so that two homes give the same pseudonyms."""
    home = Home(map, Instellingen(home=map))
    for naam, sleutel in (("archief", "a1" * 32), ("pseudoniem", "b2" * 32)):
        pad = sleutel_pad(home, naam)
        pad.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        pad.write_text(f"{sleutel}\n", encoding="ascii")
        pad.chmod(0o600)
    return home


def run_home(map: Path, bouw: bool = True, alles_opnieuw: bool = False) -> Huis:
    """Register the inbox of ``map``, read what is new and build the warehouse."""
    home = open_home(map)
    home.make_mappen()
    huis = Huis(home, register_inbox(home, VANDAAG))
    for bron in BRONNEN:
        inlezing = read_maanden(
            home, bron, list_archief_maanden(home, bron), alleen_verouderd=not alles_opnieuw
        )
        huis.aantal_aanvaard += inlezing.aantal_aanvaard
        huis.aantal_geweigerd += inlezing.aantal_geweigerd
    huis.regels_fout = [regel for regel, ernst, *_ in fetch_bevindingen(home) if ernst == "fout"]
    if bouw:
        build_warehouse(huis)
    return huis


def run_alles(map: Path) -> Huis:
    """Do all that ``regiobeeld run`` does, Dagster, release and report included."""
    home = open_home(map)
    verwerking = run_verwerking(home, ignore_voortgang)
    assert not verwerking.gezakt, verwerking.gezakt
    return Huis(home, Ontvangst())


def build_warehouse(huis: Huis) -> Path:
    """Let dbt build and test the warehouse of a home; returns the file.

    The same as the step of ``regiobeeld run``, without the unit tests: those look at no home.
    """
    home = huis.home
    write_lege_tabellen(home.lake)
    _reuse_parse(home)
    prepare_manifest(home)
    home.warehouse_bouw.unlink(missing_ok=True)
    uitkomst = run_dbt(home, ["build", "--exclude-resource-type", "unit_test"])
    assert uitkomst.success, _explain(uitkomst)
    home.warehouse_bouw.replace(home.warehouse)
    return home.warehouse


def build_stand(huis: Huis, stand: str) -> Path:
    """Let dbt build the warehouse of a home as it stood on a day, beside the one of today."""
    home, doel = huis.home, huis.map / f"warehouse_{stand}.duckdb"
    write_lege_tabellen(home.lake)
    opdracht = [
        *(sys.executable, "-m", "dbt.cli.main", "build"),
        *("--exclude-resource-type", "unit_test"),
        *("--project-dir", str(DBT_PROJECT_MAP), "--profiles-dir", str(DBT_PROJECT_MAP)),
        *("--log-path", str(home.map / "dbt_stand"), "--quiet", "--no-use-colors"),
        *("--vars", json.dumps({"stand_datum": stand})),
    ]
    omgeving = os.environ | {
        "REGIOBEELD_LAKE": str(home.lake),
        "REGIOBEELD_WAREHOUSE": str(doel),
        "DBT_TARGET_PATH": str(home.map / "dbt_stand"),
        "DBT_SEND_ANONYMOUS_USAGE_STATS": "false",
    }
    uitkomst = subprocess.run(opdracht, env=omgeving, capture_output=True, text=True, check=False)
    assert uitkomst.returncode == 0, uitkomst.stdout[-4000:] + uitkomst.stderr[-2000:]
    return doel


_geparst: list[Path] = []


def _reuse_parse(home: Home) -> None:
    """Start from what dbt read of the project for an earlier home of this session."""
    doel = home.dbt / "partial_parse.msgpack"
    eerder = [pad for pad in _geparst if pad.exists()]
    if eerder and not doel.exists():
        doel.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(eerder[0], doel)
    _geparst.append(doel)


def _explain(uitkomst: Any) -> str:
    """Return which dbt nodes failed."""
    resultaten = getattr(uitkomst.result, "results", None) or []
    fout = [
        f"{resultaat.node.name}: {resultaat.message}"
        for resultaat in resultaten
        if str(resultaat.status) not in ("success", "pass", "skipped", "warn")
    ]
    return "\n".join(fout) or str(uitkomst.exception)


def fetch_bevindingen(home: Home) -> list[tuple[str, str, str, str, str]]:
    """Return (regel_code, ernst, bestandsnaam, plaats, uitleg) of every finding in the lake."""
    paden = sorted(str(pad) for pad in home.lake.glob("*/bevinding/*.parquet"))
    if not paden:
        return []
    return duckdb.sql(
        "select regel_code, ernst, bestandsnaam, plaats, uitleg from read_parquet($paden)",
        params={"paden": paden},
    ).fetchall()


def write_golden(map: Path) -> None:
    """Write the golden messages of Dronten 2024 into the inbox of ``map``."""
    subprocess.run([sys.executable, str(GOLDEN / "maak_berichten.py"), str(map)], check=True)
