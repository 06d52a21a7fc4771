"""The lake contract: every lake table as an Arrow schema, read from ``lake_kolommen.csv``.

One Parquet file per table and ontvangstmaand: ``lake/<bron>/<tabel>/<JJJJ-MM>.parquet``.
"""

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pyarrow as pa

BRONNEN = (
    "ijw",
    "kwartaalcijfers",
    "circulaires",
    "contracten",
    "veilig_thuis",
    "referentie",
)

ARROW_TYPES = {
    "tekst": pa.string(),
    "geheel": pa.int64(),
    "decimaal": pa.decimal128(18, 4),
    "datum": pa.date32(),
    "boolean": pa.bool_(),
}

_KOLOMMEN = Path(__file__).with_name("lake_kolommen.csv")


@dataclass(frozen=True)
class LakeKolom:
    """One column of a lake table, as the contract describes it."""

    bron: str
    tabel: str
    kolom: str
    type: str
    verplicht: bool
    omschrijving: str

    @property
    def field(self) -> pa.Field:
        """The Arrow field; a column that is not verplicht may be null."""
        return pa.field(self.kolom, ARROW_TYPES[self.type], nullable=not self.verplicht)


@cache
def read_lake_kolommen() -> tuple[LakeKolom, ...]:
    """Return every column of every lake table; a bron ``*`` is repeated for each bron."""
    with _KOLOMMEN.open(encoding="utf-8", newline="") as stream:
        rows = [row | {"verplicht": row["verplicht"] == "ja"} for row in csv.DictReader(stream)]
    return tuple(
        LakeKolom(**(row | {"bron": bron}))
        for row in rows
        for bron in (BRONNEN if row["bron"] == "*" else (row["bron"],))
    )


@cache
def lake_tabellen(bron: str) -> tuple[str, ...]:
    """Return the names of the lake tables of a bron, in contract order."""
    return tuple(dict.fromkeys(kolom.tabel for kolom in read_lake_kolommen() if kolom.bron == bron))


@cache
def lake_schema(bron: str, tabel: str) -> pa.Schema:
    """Return the Arrow schema of one lake table.

    Raises:
        KeyError: the table is not in the contract.
    """
    fields = [
        kolom.field for kolom in read_lake_kolommen() if (kolom.bron, kolom.tabel) == (bron, tabel)
    ]
    if not fields:
        raise KeyError(f"{bron}/{tabel} staat niet in lake_kolommen.csv")
    return pa.schema(fields)
