"""Writing the lake: one Parquet file per table and ontvangstmaand, whole or absent."""

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from ingest.schrijven import AtomicFile
from schemas.lake import BRONNEN, lake_schema, lake_tabellen

LEEG = "_leeg"
RIJEN_PER_GROEP = 50_000


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


class LakeSchrijver:
    """Writes the tables of one bron and month piece by piece; at the end all stand, or none.

    The bytes depend on the rows and their order alone, not on how they were cut in pieces.
    Memory: at most ``RIJEN_PER_GROEP`` rows per table wait to be written.
    """

    def __init__(self, lake_map: Path, bron: str, maand: str) -> None:
        """Keep where to write; a table that gets no rows is written too."""
        self._bron = bron
        self._bestanden = {
            tabel: _LakeBestand(lake_map / bron / tabel / f"{maand}.parquet", bron, tabel)
            for tabel in lake_tabellen(bron)
        }

    def __enter__(self) -> "LakeSchrijver":
        """Begin."""
        return self

    def __exit__(self, *fout: object) -> None:
        """Put the files in place, or after an error leave the old ones."""
        for bestand in self._bestanden.values():
            if fout[0] is None:
                bestand.finish()
            else:
                bestand.abandon()

    def add(self, tabel: str, table: pa.Table) -> None:
        """Add rows to a table.

        Raises:
            GeenLakeTabel: the rows do not keep the contract.
        """
        self._bestanden[tabel].add(check_tabel(table, self._bron, tabel))

    @property
    def paden(self) -> dict[str, Path]:
        """The files by table."""
        return {tabel: bestand.pad for tabel, bestand in self._bestanden.items()}

    @property
    def aantal_rijen(self) -> dict[str, int]:
        """The rows by table."""
        return {tabel: bestand.aantal_rijen for tabel, bestand in self._bestanden.items()}


class _LakeBestand:
    """One Parquet file in the making."""

    def __init__(self, pad: Path, bron: str, tabel: str) -> None:
        self.pad = pad
        self.aantal_rijen = 0
        self._schema = lake_schema(bron, tabel)
        self._wachtend: list[pa.Table] = []
        self._aantal_wachtend = 0
        self._tijdelijk: AtomicFile | None = None
        self._schrijver: pq.ParquetWriter | None = None

    def add(self, table: pa.Table) -> None:
        self._wachtend.append(table)
        self.aantal_rijen += table.num_rows
        self._aantal_wachtend += table.num_rows
        if self._aantal_wachtend >= RIJEN_PER_GROEP:
            self._write_groepen()

    def finish(self) -> None:
        self._write(pa.concat_tables([self._schema.empty_table(), *self._wachtend]))
        if self._schrijver is not None and self._tijdelijk is not None:
            self._schrijver.close()
            self._tijdelijk.finish()

    def abandon(self) -> None:
        if self._tijdelijk is not None:
            self._tijdelijk.abandon()

    def _write_groepen(self) -> None:
        samen = pa.concat_tables(self._wachtend)
        heel = samen.num_rows - samen.num_rows % RIJEN_PER_GROEP
        self._write(samen.slice(0, heel))
        self._wachtend = [samen.slice(heel)]
        self._aantal_wachtend = samen.num_rows - heel

    def _write(self, table: pa.Table) -> None:
        if self._schrijver is None:
            self._tijdelijk = AtomicFile(self.pad)
            self._schrijver = pq.ParquetWriter(
                self._tijdelijk.stream, self._schema, compression="zstd"
            )
        self._schrijver.write_table(table.combine_chunks(), row_group_size=RIJEN_PER_GROEP)


def write_tabel(lake_map: Path, bron: str, tabel: str, maand: str, table: pa.Table) -> Path:
    """Write one lake table of one month and return its path.

    Raises:
        GeenLakeTabel: the table does not keep the contract.
    """
    bestand = _LakeBestand(lake_map / bron / tabel / f"{maand}.parquet", bron, tabel)
    bestand.add(check_tabel(table, bron, tabel))
    bestand.finish()
    return bestand.pad


def write_lege_tabellen(lake_map: Path) -> None:
    """Write ``_leeg.parquet`` for every lake table, so that a reader always finds a schema."""
    for bron in BRONNEN:
        for tabel in lake_tabellen(bron):
            pad = lake_map / bron / tabel / f"{LEEG}.parquet"
            schema = lake_schema(bron, tabel)
            if not pad.exists() or not pq.read_schema(pad).equals(schema):
                write_tabel(lake_map, bron, tabel, LEEG, schema.empty_table())
