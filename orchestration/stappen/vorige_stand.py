"""The facts of an earlier stand as Parquet, so that dbt can lay the stand of now beside them.

Built by the same models with var ``stand_datum``, of which only those that a comparison needs.
"""

import calendar
import hashlib
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import duckdb

from orchestration.bestanden import read_json, write_json
from orchestration.home import Home
from orchestration.stappen.dbt_bouw import build_deel, remove_bouw
from orchestration.stappen.dbt_manifest import compute_project_versie
from orchestration.stappen.lake_stand import compute_lake_stand

REVISIE_MAANDEN = 3
"""How long before the stand the stand lies that ``publicatie.revisie`` compares with."""

BESCHRIJVING = "feiten.json"
# What macros/vorige_stand.sql reads: the schema and name of each table.
FEITEN = (
    ("intermediate", "int_peildatum"),
    ("intermediate", "int_kostenregel"),
    ("marts", "fct_zorggebruik"),
    ("intermediate", "int_zorgsegment"),
)


def trek_maanden_af(dag: date, maanden: int) -> date:
    """Return the same day some months earlier, or the last day of that month when it is shorter."""
    index = dag.year * 12 + dag.month - 1 - maanden
    jaar, maand = index // 12, index % 12 + 1
    return date(jaar, maand, min(dag.day, calendar.monthrange(jaar, maand)[1]))


def fetch_peildatum(doel: Home, project: Any) -> date | None:
    """Return the day of the last message in the lake, None when there is no message."""
    build_deel(doel, project, {}, ["+int_peildatum"])
    with duckdb.connect(str(doel.warehouse_bouw), read_only=True) as con:
        rijen = con.execute("select peildatum from intermediate.int_peildatum").fetchall()
    remove_bouw(doel)
    peildatum: date | None = rijen[0][0] if rijen else None
    return peildatum


def write_feiten(doel: Home, project: Any, variabelen: Mapping[str, str]) -> Path:
    """Write the facts as known at a stand into the folder of ``doel``, unless they are there.

    Args:
        doel: a folder in ``standen/``.
        project: from ``load_project``.
        variabelen: ``stand_datum``, when it is not the stand of now.

    Returns:
        The folder.

    Raises:
        WarehouseAfgekeurd: a model failed.
    """
    kenmerk = compute_kenmerk(doel, variabelen)
    if read_json(doel.map / BESCHRIJVING).get("kenmerk") != kenmerk:
        build_deel(doel, project, variabelen, [f"+{tabel}" for _, tabel in FEITEN])
        export_feiten(doel.warehouse_bouw, doel.map, {"kenmerk": kenmerk, **variabelen})
        remove_bouw(doel)
    return doel.map


def compute_kenmerk(doel: Home, variabelen: Mapping[str, str]) -> str:
    """Return a hash of everything that decides what a build with these vars gives."""
    delen = (compute_lake_stand(doel), compute_project_versie(doel), *sorted(variabelen.items()))
    return hashlib.sha256("\n".join(map(str, delen)).encode()).hexdigest()


def export_feiten(warehouse: Path, map: Path, beschrijving: Mapping[str, str]) -> None:
    """Write the facts in a warehouse to ``map``; the description last, so that it is whole."""
    map.mkdir(parents=True, exist_ok=True)
    (map / BESCHRIJVING).unlink(missing_ok=True)
    with duckdb.connect(str(warehouse), read_only=True) as con:
        for schema, tabel in FEITEN:
            pad = str(map / f"{tabel}.parquet").replace("'", "''")
            con.execute(f"copy {schema}.{tabel} to '{pad}' (format parquet, compression zstd)")
    write_json(map / BESCHRIJVING, dict(beschrijving))


def keep_feiten(home: Home, release: str) -> None:
    """Keep the facts that a release rests on, so that a later one can be laid beside it.

    A warehouse that was built by an earlier version has not all of them: nothing is kept then.
    """
    with duckdb.connect(str(home.warehouse), read_only=True) as con:
        aanwezig = con.execute("select schema_name, table_name from duckdb_tables()").fetchall()
    if set(FEITEN) <= set(aanwezig):
        map = home.open_stand(f"releases/{release}").map
        export_feiten(home.warehouse, map, read_json(home.warehouse_stand))
