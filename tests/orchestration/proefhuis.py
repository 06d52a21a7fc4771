"""Hand-made deliveries and warehouses for the tests of orchestration."""

import json
from datetime import UTC, date, datetime
from pathlib import Path

import duckdb

from orchestration.bestanden import write_json
from orchestration.home import Home, Instellingen
from orchestration.stappen.dbt_manifest import compute_project_versie

VANDAAG = date(2026, 2, 15)
NU = datetime(2026, 2, 15, 12, tzinfo=UTC)


def open_home(map: Path) -> Home:
    nieuw = Home(map.resolve(), Instellingen())
    nieuw.make_mappen()
    return nieuw


def lever(home: Home, bron: str, naam: str, inhoud: str, maand: str = "") -> Path:
    """Put a file in the inbox of a bron, and of a month when one is given."""
    pad = home.inbox / bron / maand / naam
    pad.parent.mkdir(parents=True, exist_ok=True)
    pad.write_text(inhoud, encoding="utf-8")
    return pad


def lever_bevolking(home: Home, aantal: int = 18_000, maand: str = "") -> Path:
    """Deliver a population table that the reader accepts."""
    kop = "Gemeente;Jaar;Leeftijd van;Leeftijd tot en met;Aantal;Herkomst"
    return lever(
        home, "referentie", f"b{aantal}.csv", f"{kop}\nDronten;2025;0;17;{aantal};CBS\n", maand
    )


def write_mini_project(home: Home, aantallen: list[int | None], tabel: str = "telling") -> None:
    """Give a home a warehouse with one table to publish, and the manifest that tells it."""
    kolommen = {
        "gemeente_code": {"data_type": "varchar", "description": "Code van de gemeente."},
        "aantal_jeugdigen": {"data_type": "bigint", "description": "Jeugdigen; niet optelbaar."},
        "aantal_jeugdigen_status": {"data_type": "varchar", "description": "Status."},
        "stand_datum": {"data_type": "date", "description": "Stand per."},
    }
    model = {
        "name": "telling",
        "alias": "telling",
        "resource_type": "model",
        "fqn": ["regiobeeld", "publicatie", "telling"],
        "description": "Aantal jeugdigen per gemeente.",
        "columns": kolommen,
    }
    home.dbt.mkdir(exist_ok=True)
    (home.dbt / "manifest.json").write_text(json.dumps({"nodes": {"model.r.telling": model}}))
    write_json(home.dbt / "manifest.stand.json", {"kenmerk": compute_project_versie(home)})
    home.warehouse.unlink(missing_ok=True)
    with duckdb.connect(str(home.warehouse)) as con:
        con.execute("create schema publicatie; create schema marts")
        con.execute("create table marts.fct_geheim as select 'x' as client_sleutel")
        con.execute(
            f"create table publicatie.{tabel} (gemeente_code varchar, aantal_jeugdigen bigint, "
            "aantal_jeugdigen_status varchar, stand_datum date)"
        )
        for nummer, aantal in enumerate(aantallen):
            status = "onderdrukt" if aantal is None else "waarde"
            con.execute(
                f"insert into publicatie.{tabel} values (?, ?, ?, date '2025-12-31')",
                [f"{nummer:04d}", aantal, status],
            )
