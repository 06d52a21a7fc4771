"""A demo lake in memory that a test may change, and all figures that dbt makes of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from compilatie import Compilatie

from schemas.lake import BRONNEN, lake_tabellen

Rij = dict[str, Any]
Cijfers = Mapping[str, list[Rij]]


@dataclass(frozen=True)
class Proeflake:
    """The lake of a demo region in the connection of the compiled project."""

    compilatie: Compilatie

    def build(self, *veranderingen: str) -> Cijfers:
        """Return every fact and published table after the changes, which are taken back.

        Args:
            veranderingen: SQL statements on the lake tables, such as ``update ijw.start ...``.
        """
        self.compilatie.connection.begin()
        try:
            for sql in veranderingen:
                self.compilatie.connection.execute(sql)
            self._create_models()
            return {
                naam: self.compilatie.fetch(f"select * from {model.relatie} order by all")
                for naam, model in self.compilatie.models.items()
                if is_cijfer(model.relatie)
            }
        finally:
            self.compilatie.connection.rollback()

    def _create_models(self) -> None:
        gemaakt: set[str] = set()
        for naam, model in self.compilatie.models.items():
            for stap in (*model.eerder, naam):
                if stap not in gemaakt:
                    self.compilatie.create(stap)
                    gemaakt.add(stap)


def is_cijfer(relatie: str) -> bool:
    """Return whether a table is read by analysts: a fact or a published table."""
    _, schema, naam = relatie.replace('"', "").split(".")
    return schema == "publicatie" or (schema == "marts" and naam.startswith("fct_"))


def fill_proeflake(compilatie: Compilatie, lake: Path) -> Proeflake:
    """Read the lake of a home into the lake tables of a compiled project."""
    for bron in BRONNEN:
        for tabel in lake_tabellen(bron):
            compilatie.connection.execute(
                f"insert into {bron}.{tabel} by name "
                f"from read_parquet('{lake}/{bron}/{tabel}/*.parquet', union_by_name = true)"
            )
    return Proeflake(compilatie)


def drop_kolommen(rijen: list[Rij], kolommen: set[str]) -> list[Rij]:
    """Return rows without some columns."""
    return [{k: w for k, w in rij.items() if k not in kolommen} for rij in rijen]
