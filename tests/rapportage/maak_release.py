"""Write a small release with the published tables as dbt promises them."""

import json
from pathlib import Path

import duckdb
import pyarrow as pa
import yaml
from verzonnen_cijfers import make_tabellen
from verzonnen_delen import STAND

CONTRACTEN = Path(__file__).parents[2] / "dbt_project" / "models" / "publicatie"
GEMEENTETABELLEN = (
    "zorggebruik_kwartaal",
    "kosten_maand",
    "kosten_verwijzer_jaar",
    "wachttijd_kwartaal",
    "outcome_kwartaal",
    "budget_realisatie_jaar",
)


def write_release(release_map: Path) -> Path:
    """Write ``regiobeeld.duckdb`` and ``release.json``, return the folder."""
    release_map.mkdir(parents=True)
    with duckdb.connect(release_map / "regiobeeld.duckdb") as connection:
        connection.execute("create schema publicatie")
        for tabel, rijen in make_tabellen().items():
            _write_tabel(connection, tabel, rijen)
    beschrijving = {
        "nummer": "R0003",
        "gemaakt": "2026-01-12T06:00:00+01:00",
        "stand_datum": STAND.isoformat(),
    }
    (release_map / "release.json").write_text(json.dumps(beschrijving), encoding="utf-8")
    return release_map


def read_contract(tabel: str) -> dict[str, str]:
    """Return the columns and types that dbt promises for a published table."""
    tekst = (CONTRACTEN / f"{tabel}.yml").read_text(encoding="utf-8")
    (model,) = yaml.safe_load(tekst)["models"]
    return {kolom["name"]: kolom["data_type"] for kolom in model["columns"]}


def _write_tabel(connection, tabel: str, rijen: list[dict]) -> None:
    contract = read_contract(tabel)
    assert set(rijen[0]) == set(contract), f"{tabel} wijkt af van het contract"
    kolommen = ", ".join(f"{kolom} {soort}" for kolom, soort in contract.items())
    connection.execute(f"create table publicatie.{tabel} ({kolommen})")
    connection.register("rijen", pa.Table.from_pylist(rijen))
    connection.execute(f"insert into publicatie.{tabel} by name select * from rijen")
    connection.unregister("rijen")
