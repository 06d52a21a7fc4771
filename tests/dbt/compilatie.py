"""The dbt project, compiled once, on a lake in memory that a test may fill."""

import json
import os
import re
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
from warehouse import DBT, PROJECT
from wereld import Lake

from schemas.lake import BRONNEN, lake_schema, lake_tabellen

_LAKE = "/lake-in-geheugen"
_BRON = re.compile(re.escape(f"read_parquet('{_LAKE}/") + r"(\w+)/(\w+)/\*\.parquet',[^)]*\)")
_REGEL_CODE = re.compile(r"'((?:TR|CS|CD)\d{3}|[WCKOV]\d{3})'")

Bevinding = dict[str, Any]


@dataclass(frozen=True)
class Model:
    """One compiled node: where it stands, what it selects, and what must be built before it."""

    relatie: str
    sql: str
    materialisatie: str
    eerder: tuple[str, ...]


@dataclass(frozen=True)
class Compilatie:
    """The compiled models, built on one small lake after another."""

    connection: duckdb.DuckDBPyConnection
    models: dict[str, Model]

    def list_modellen(self) -> list[str]:
        """Return the names of the models that report findings."""
        return [naam for naam in self.models if naam.startswith("int_bevinding_")]

    def list_regel_codes(self, model: str) -> set[str]:
        """Return the codes of the rules that a model reports."""
        return set(_REGEL_CODE.findall(self.models[model].sql))

    def find(self, regel_code: str) -> str:
        """Return the one model that reports a rule."""
        (model,) = (
            naam for naam in self.list_modellen() if regel_code in self.list_regel_codes(naam)
        )
        return model

    def report(self, model: str, lake: Lake, *andere_sql: str) -> list[list[Bevinding]]:
        """Return the findings of a model on a lake, and those of each query in its place."""
        self.connection.begin()
        try:
            self.fill(lake)
            for eerder in self.models[model].eerder:
                self.create(eerder)
            return [self.fetch(sql) for sql in (self.models[model].sql, *andere_sql)]
        finally:
            self.connection.rollback()

    def create(self, model: str) -> None:
        """Build one model on what has been built before."""
        stap = self.models[model]
        soort = "view" if stap.materialisatie == "view" else "table"
        self.connection.execute(f"create {soort} {stap.relatie} as {stap.sql}")

    def fetch(self, sql: str) -> list[dict[str, Any]]:
        """Return the rows of a query, by column."""
        uitkomst = self.connection.execute(sql)
        namen = [kolom[0] for kolom in uitkomst.description]
        return [dict(zip(namen, rij, strict=True)) for rij in uitkomst.fetchall()]

    def fill(self, lake: Lake) -> None:
        """Add rows to the lake tables."""
        for (bron, tabel), rijen in lake.items():
            gegevens = pa.Table.from_pylist(rijen, schema=lake_schema(bron, tabel))
            self.connection.register("gegevens", gegevens)
            self.connection.execute(f"insert into {bron}.{tabel} from gegevens")
            self.connection.unregister("gegevens")


def compile_project(map: Path, **variabelen: object) -> Compilatie:
    """Compile the project of dbt, with its seeds and an empty lake in memory.

    A model in Python, and what rests on it, cannot be built this way and is left out.
    """
    nodes = _compile(map, variabelen)["nodes"]
    connection = duckdb.connect(":memory:")
    connection.execute("attach ':memory:' as warehouse")
    connection.execute("use warehouse; set threads to 1")
    _create_lake(connection)
    for schema in {node["schema"] for node in nodes.values()}:
        connection.execute(f'create schema if not exists "{schema}"')
    for node in nodes.values():
        if node["resource_type"] == "seed" and node["config"]["enabled"]:
            _create_seed(connection, node)
    in_python = {node["name"] for node in nodes.values() if node.get("language", "sql") == "python"}
    models = {
        node["name"]: Model(
            node["relation_name"],
            _BRON.sub(r'"warehouse"."\1"."\2"', node["compiled_code"]),
            node["config"]["materialized"],
            tuple(_list_eerder(nodes, sleutel, [])[:-1]),
        )
        for sleutel, node in nodes.items()
        if node["resource_type"] == "model"
        and in_python.isdisjoint(_list_eerder(nodes, sleutel, []))
    }
    return Compilatie(connection, models)


def _compile(map: Path, variabelen: dict[str, object]) -> Any:
    omgeving = os.environ | {
        "REGIOBEELD_LAKE": _LAKE,
        "REGIOBEELD_WAREHOUSE": str(map / "warehouse.duckdb"),
        "DBT_TARGET_PATH": str(map / "target"),
        "DBT_LOG_PATH": str(map / "logs"),
    }
    run = subprocess.run(
        [
            str(DBT),
            "--log-level-file",
            "info",
            "compile",
            "--profiles-dir",
            ".",
            "--vars",
            json.dumps(variabelen),
        ],
        cwd=PROJECT,
        env=omgeving,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout + run.stderr
    return json.loads((map / "target" / "manifest.json").read_text(encoding="utf-8"))


def _create_lake(connection: duckdb.DuckDBPyConnection) -> None:
    for bron in BRONNEN:
        connection.execute(f"create schema {bron}")
        for tabel in lake_tabellen(bron):
            connection.register("leeg", lake_schema(bron, tabel).empty_table())
            connection.execute(f"create table {bron}.{tabel} as from leeg")
            connection.unregister("leeg")


def _create_seed(connection: duckdb.DuckDBPyConnection, node: Any) -> None:
    pad = Path(node["root_path"]) / node["original_file_path"]
    connection.execute(
        f"create table {node['relation_name']} as from read_csv("
        f"'{pad}', header = true, nullstr = '', columns = {node['config']['column_types']})"
    )


def _list_eerder(nodes: Any, sleutel: str, lijst: list[str]) -> list[str]:
    """Return the names of a model and the models it rests on, in the order to build them."""
    for eerder in nodes[sleutel]["depends_on"]["nodes"]:
        if eerder.startswith("model.") and nodes[eerder]["name"] not in lijst:
            _list_eerder(nodes, eerder, lijst)
    lijst.append(nodes[sleutel]["name"])
    return lijst
