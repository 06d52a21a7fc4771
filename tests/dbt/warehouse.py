"""Build a warehouse from a lake with the dbt of the project, in a process of its own."""

import atexit
import json
import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import duckdb

from orchestration.bestanden import replace_symlink

DBT = Path(sys.executable).with_name("dbt")
PROJECT = Path(__file__).resolve().parents[2] / "dbt_project"

Rijen = list[tuple[object, ...]]


@dataclass(frozen=True)
class Bouw:
    """What a dbt run left behind."""

    database: Path
    statussen: dict[str, str]

    def fetch(self, query: str) -> Rijen:
        """Return the rows of a query."""
        with duckdb.connect(str(self.database), read_only=True) as connection:
            return connection.sql(query).fetchall()

    def fetch_marts(self) -> dict[str, Rijen]:
        """Return the rows of every mart, sorted: tables have no order."""
        namen = self.fetch("select table_name from duckdb_tables() where schema_name = 'marts'")
        return {str(naam): self.fetch(f"from marts.{naam} order by all") for (naam,) in namen}

    def list_met_andere_status(self, *statussen: str) -> set[str]:
        """Return the names of the nodes that ended otherwise than in one of ``statussen``."""
        return {naam for naam, status in self.statussen.items() if status not in statussen}


def build_warehouse(map: Path, lake: Path, *argumenten: str, opdracht: str = "build") -> Bouw:
    """Run dbt on ``lake`` and return what came of every node."""
    map.mkdir(parents=True, exist_ok=True)
    database, werk = map / "warehouse.duckdb", _open_werkmap()
    replace_symlink(werk / "lake", str(lake))
    if database.exists():
        shutil.move(database, werk)
    omgeving = os.environ | {
        "REGIOBEELD_LAKE": str(werk / "lake"),
        "REGIOBEELD_WAREHOUSE": str(werk / database.name),
        "DBT_TARGET_PATH": str(werk / "target"),
        "DBT_LOG_PATH": str(werk / "logs"),
    }
    uitkomst = werk / "target" / "run_results.json"
    uitkomst.unlink(missing_ok=True)
    run = subprocess.run(
        [str(DBT), "--log-level-file", "info", opdracht, "--profiles-dir", ".", *argumenten],
        cwd=PROJECT,
        env=omgeving,
        capture_output=True,
        text=True,
        check=False,
    )
    assert uitkomst.exists(), run.stdout + run.stderr
    resultaten = json.loads(uitkomst.read_text(encoding="utf-8"))["results"]
    statussen = {
        _name(resultaat["unique_id"]): resultaat["status"]
        for resultaat in resultaten
        if not resultaat["unique_id"].startswith("operation.")  # the checkpoint at the end
    }
    shutil.move(werk / database.name, database)
    return Bouw(database, statussen)


@cache
def _open_werkmap() -> Path:
    """Return the folder where dbt works: as long as its paths stay, it reads the project once."""
    map = Path(tempfile.mkdtemp(prefix="regiobeeld-dbt-"))
    atexit.register(shutil.rmtree, map, ignore_errors=True)
    return map


def _name(unique_id: str) -> str:
    # type.project.name; a generic test has a hash behind it, a unit test its own name.
    soort, _, *rest = unique_id.split(".")
    return rest[-1] if soort == "unit_test" else rest[0]
