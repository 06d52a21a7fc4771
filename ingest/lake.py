"""Writing the lake: one Parquet file per table and ontvangstmaand, whole or absent."""

import io
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from ingest.schrijven import write_bytes_atomically
from schemas.lake import BRONNEN, lake_schema, lake_tabellen

LEEG = "_leeg"
RIJEN_PER_GROEP = 100_000
# What orders the rows of any lake table; ties keep the order of the original.
_VOLGORDE = (
    "bericht_sleutel",
    "bestand_sleutel",
    "regel_volgnummer",
    "rij_nummer",
    "bevinding_sleutel",
    "onderdeel",
    "aanbieder_agb",
    "kwartaal",
)


class GeenLakeTabel(Exception):
    """A table that does not keep the lake contract; names columns only."""


def check_tabel(table: pa.Table, bron: str, tabel: str) -> pa.Table:
    """Return the table in the schema of the contract.

    Raises:
        GeenLakeTabel: columns differ, a type cannot be cast, or a verplicht column has nulls.
    """
    schema = lake_schema(bron, tabel)
    if set(table.column_names) != set(schema.names):
        anders = sorted(set(table.column_names) ^ set(schema.names))
        raise GeenLakeTabel(f"{bron}/{tabel}: andere kolommen dan het contract: {anders}")
    table = table.select(schema.names)
    leeg = [
        field.name for field in schema if not field.nullable and table.column(field.name).null_count
    ]
    if leeg:
        raise GeenLakeTabel(f"{bron}/{tabel}: verplichte kolommen zijn leeg: {leeg}")
    if table.schema.equals(schema, check_metadata=True):
        return table
    try:
        return table.cast(schema)
    except (pa.ArrowInvalid, pa.ArrowNotImplementedError) as error:
        # The message of Arrow quotes the value.
        raise GeenLakeTabel(f"{bron}/{tabel}: een kolom heeft een ander type") from error


def write_tabel(lake_map: Path, bron: str, tabel: str, maand: str, table: pa.Table) -> Path:
    """Write one lake table of one month and return its path.

    The bytes depend on the rows alone: they are put in a fixed order first.

    Raises:
        GeenLakeTabel: the table does not keep the contract.
    """
    table = check_tabel(table, bron, tabel)
    volgorde = [(kolom, "ascending") for kolom in _VOLGORDE if kolom in table.column_names]
    if volgorde and table.num_rows > 1:
        table = table.sort_by(volgorde)
    pad = lake_map / bron / tabel / f"{maand}.parquet"
    stream = io.BytesIO()
    pq.write_table(
        table.combine_chunks(), stream, compression="zstd", row_group_size=RIJEN_PER_GROEP
    )
    write_bytes_atomically(pad, stream.getvalue())
    return pad


def write_lege_tabellen(lake_map: Path) -> None:
    """Write ``_leeg.parquet`` for every lake table, so that a reader always finds a schema."""
    for bron in BRONNEN:
        for tabel in lake_tabellen(bron):
            pad = lake_map / bron / tabel / f"{LEEG}.parquet"
            schema = lake_schema(bron, tabel)
            if not pad.exists() or not pq.read_schema(pad).equals(schema):
                write_tabel(lake_map, bron, tabel, LEEG, schema.empty_table())
