"""Running dbt inside this process, and the manifest that says what there is to run.

Starting the dbt command costs seconds; ``dbtRunner`` in a warm process does not. The
manifest holds the path of the lake, so every home has its own, made again only when the
project changed.
"""

import hashlib
import json
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

from orchestration.bestanden import compute_map_hash, read_json, write_json
from orchestration.fouten import RegiobeeldFout
from orchestration.home import DBT_PROJECT_MAP, WORTEL, Home

REFERENTIE_MAP = WORTEL / "schemas" / "referentie"


def prepare_manifest(home: Home) -> Path:
    """Return the manifest of the dbt project for ``home``, made anew when it is out of date.

    Raises:
        RegiobeeldFout: dbt cannot read its own project.
    """
    manifest, stand = home.dbt / "manifest.json", home.dbt / "manifest.stand.json"
    kenmerk = compute_project_versie(home)
    if not manifest.exists() or read_json(stand).get("kenmerk") != kenmerk:
        uitkomst = run_dbt(home, ["parse"])
        if not uitkomst.success or not manifest.exists():
            raise _onleesbaar_project(home, uitkomst)
        write_json(stand, {"kenmerk": kenmerk})
    return manifest


def read_manifest(home: Home) -> dict[str, Any]:
    """Return the manifest of the dbt project for ``home``."""
    pad = prepare_manifest(home)
    return _load(pad, pad.stat().st_mtime_ns)


@lru_cache(maxsize=2)
def _load(pad: Path, gewijzigd: int) -> dict[str, Any]:
    return json.loads(pad.read_text(encoding="utf-8"))


def compute_project_versie(home: Home) -> str:
    """Return a hash of everything that decides what dbt would build, but the lake itself."""
    delen = (
        compute_map_hash((DBT_PROJECT_MAP,), ("target", "logs")),
        compute_map_hash((REFERENTIE_MAP,)),
        version("dbt-core"),
        version("dbt-duckdb"),
        str(home.lake),
        str(home.instellingen.onderdrukking_drempel),
    )
    return hashlib.sha256("\n".join(delen).encode()).hexdigest()


def load_project(home: Home) -> Any:
    """Return the project as dbt itself holds it, for ``run_dbt``.

    dbt reads the whole project anew when a var changes; a run that is given the project does not,
    and looks at its own vars when it compiles.

    Raises:
        RegiobeeldFout: dbt cannot read its own project.
    """
    prepare_manifest(home)
    uitkomst = run_dbt(home, ["parse"])
    if not uitkomst.success:
        raise _onleesbaar_project(home, uitkomst)
    return uitkomst.result


def run_dbt(
    home: Home,
    opdracht: Sequence[str],
    callback: Callable[[Any], None] | None = None,
    project: Any = None,
    variabelen: Mapping[str, str] | None = None,
) -> Any:
    """Run one dbt command on ``home`` in this process and return dbt's own result.

    Args:
        home: whose lake is read, and in whose ``.bouw`` the warehouse is made.
        opdracht: the command with its options.
        callback: told of every event of dbt.
        project: from ``load_project``; read from disk when left out.
        variabelen: vars of this run alone; they need a ``project``.
    """
    from dbt.adapters.duckdb.connections import DuckDBConnectionManager
    from dbt.cli.main import dbtRunner

    with _dbt_omgeving(home):
        try:
            return dbtRunner(manifest=project, callbacks=[callback] if callback else []).invoke(
                [
                    *opdracht,
                    "--quiet",
                    "--no-use-colors",
                    *("--project-dir", str(DBT_PROJECT_MAP)),
                    *("--profiles-dir", str(DBT_PROJECT_MAP)),
                    *("--log-path", str(home.dbt / "logs")),
                    *("--log-level-file", "info"),
                    *_vars(home, variabelen or {}),
                ]
            )
        finally:
            # dbt keeps the file open until the process ends; it must be closed to be renamed.
            if DuckDBConnectionManager._ENV is not None:
                DuckDBConnectionManager._ENV.close()
            DuckDBConnectionManager.close_all_connections()


def _onleesbaar_project(home: Home, uitkomst: Any) -> RegiobeeldFout:
    return RegiobeeldFout(
        f"dbt kan het project in {DBT_PROJECT_MAP} niet lezen: {uitkomst.exception}",
        f"Zie {home.dbt / 'logs' / 'dbt.log'}.",
    )


def _vars(home: Home, variabelen: Mapping[str, str]) -> list[str]:
    vast = {"onderdrukking_drempel": home.instellingen.onderdrukking_drempel}
    return ["--vars", json.dumps(vast | dict(variabelen))]


@contextmanager
def _dbt_omgeving(home: Home) -> Iterator[None]:
    """Set what ``dbt_project.yml`` and ``profiles.yml`` read, for as long as dbt runs."""
    nodig = {
        "REGIOBEELD_LAKE": str(home.lake),
        "REGIOBEELD_WAREHOUSE": str(home.warehouse_bouw),
        "REGIOBEELD_WORTEL": str(DBT_PROJECT_MAP.parent),
        "DBT_TARGET_PATH": str(home.dbt),
        "DBT_SEND_ANONYMOUS_USAGE_STATS": "false",
    }
    eerder = {naam: os.environ.get(naam) for naam in nodig}
    os.environ.update(nodig)
    home.warehouse_bouw.parent.mkdir(parents=True, exist_ok=True)
    try:
        yield
    finally:
        for naam, waarde in eerder.items():
            if waarde is None:
                os.environ.pop(naam, None)
            else:
                os.environ[naam] = waarde
