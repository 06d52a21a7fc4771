"""Run the pipeline on a home of the tests: the same steps as ``regiobeeld run``."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import duckdb
from pydantic import SecretStr

from ingest.lake import write_lege_tabellen
from orchestration.home import DBT_PROJECT_MAP, Home, Instellingen
from orchestration.stappen.inlezen import read_maanden
from orchestration.stappen.lake_stand import list_archief_maanden
from orchestration.stappen.ontvangst import Ontvangst, register_inbox
from schemas.lake import BRONNEN

GOLDEN = Path(__file__).parent.parent / "golden" / "dronten_4_4"
VANDAAG = date(2026, 2, 15)  # the demo ends with 2025; its last messages are of January 2026


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
    return Home(
        map,
        Instellingen(
            home=map,
            archief_sleutel=SecretStr("a1" * 32),
            pseudoniem_sleutel=SecretStr("b2" * 32),
        ),
    )


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


def build_warehouse(huis: Huis, stand: str | None = None) -> Path:
    """Let dbt build and test the warehouse as it stood on a day; returns the file."""
    home = huis.home
    write_lege_tabellen(home.lake)
    doel = home.warehouse if stand is None else home.map / f"warehouse_{stand}.duckdb"
    doel.unlink(missing_ok=True)
    opdracht = [
        *(sys.executable, "-m", "dbt.cli.main", "build"),
        *("--exclude-resource-type", "unit_test"),
        *("--project-dir", str(DBT_PROJECT_MAP), "--profiles-dir", str(DBT_PROJECT_MAP)),
        *("--log-path", str(home.dbt / "logs"), "--quiet", "--no-use-colors"),
        *("--vars", json.dumps({"stand_datum": stand})),
    ]
    omgeving = os.environ | {
        "REGIOBEELD_LAKE": str(home.lake),
        "REGIOBEELD_WAREHOUSE": str(doel),
        "DBT_TARGET_PATH": str(home.dbt),
        "DBT_SEND_ANONYMOUS_USAGE_STATS": "false",
    }
    uitkomst = subprocess.run(opdracht, env=omgeving, capture_output=True, text=True, check=False)
    assert uitkomst.returncode == 0, uitkomst.stdout[-4000:] + uitkomst.stderr[-2000:]
    return doel


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
