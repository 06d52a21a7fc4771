"""Run the pipeline on a home of the tests: the same steps as ``regiobeeld run``."""

import subprocess
import sys
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import duckdb
import pytest
from dbt_lezing import reuse_dbt_lezing

from orchestration.home import Home, Instellingen
from orchestration.sleutels import sleutel_pad
from orchestration.stappen import dbt_bouw, warehouse
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


def run_home(map: Path, bouw: bool = True, toetsen: bool = True) -> Huis:
    """Register the inbox of ``map``, read what is new and build the warehouse.

    ``toetsen=False`` leaves out dbt's tests of the data, for a home of which only the figures are
    compared with one that passed them.
    """
    home = open_home(map)
    home.make_mappen()
    huis = Huis(home, register_inbox(home, VANDAAG))
    for bron in BRONNEN:
        inlezing = read_maanden(home, bron, list_archief_maanden(home, bron))
        huis.aantal_aanvaard += inlezing.aantal_aanvaard
        huis.aantal_geweigerd += inlezing.aantal_geweigerd
    huis.regels_fout = [regel for regel, ernst, *_ in fetch_bevindingen(home) if ernst == "fout"]
    if bouw:
        build_warehouse(huis, toetsen)
    return huis


def run_alles(map: Path) -> Huis:
    """Do all that ``regiobeeld run`` does, Dagster, release and report included."""
    home = open_home(map)
    reuse_dbt_lezing(home)
    verwerking = run_verwerking(home, ignore_voortgang)
    assert not verwerking.gezakt, verwerking.gezakt
    return Huis(home, Ontvangst())


def build_warehouse(huis: Huis, toetsen: bool = True) -> Path:
    """Let dbt build the warehouse of a home, and test it; returns the file."""
    reuse_dbt_lezing(huis.home)
    with pytest.MonkeyPatch.context() as patch:
        if not toetsen:
            patch.setattr(dbt_bouw, "NIET_BOUWEN", (*dbt_bouw.NIET_BOUWEN, "test"))
        warehouse.build_warehouse(huis.home)
    return huis.home.warehouse


def build_stand(huis: Huis, stand: str) -> Path:
    """Let dbt build and test the warehouse of a home as it stood on a day; returns the file."""
    reuse_dbt_lezing(huis.home)
    dag = date.fromisoformat(stand)
    warehouse.build_warehouse(huis.home, stand=dag)
    return huis.home.open_stand(stand).warehouse


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
