"""Whether the files of the lake keep the contract that dbt relies on."""

from collections.abc import Iterable

import pyarrow as pa
import pyarrow.parquet as pq

from orchestration.home import Home
from schemas.lake import lake_schema, lake_tabellen

BESCHADIGD = "B004"


def find_schema_fouten(home: Home, bron: str, maanden: Iterable[str]) -> dict[str, list[str]]:
    """Return per lake table the months of which the file breaks the contract.

    Only the footer of a file is read: columns, types, and whether a verplicht column has
    nulls according to its statistics.
    """
    fouten: dict[str, list[str]] = {}
    for tabel in lake_tabellen(bron):
        for maand in maanden:
            pad = home.lake / bron / tabel / f"{maand}.parquet"
            if pad.exists() and not _voldoet(pad, bron, tabel):
                fouten.setdefault(tabel, []).append(maand)
    return fouten


def _voldoet(pad: object, bron: str, tabel: str) -> bool:
    try:
        bestand = pq.ParquetFile(pad)
    except (pa.ArrowInvalid, OSError):
        return False
    with bestand:
        schema = lake_schema(bron, tabel)
        if bestand.schema_arrow.names != schema.names:
            return False
        if any(bestand.schema_arrow.field(veld.name).type != veld.type for veld in schema):
            return False
        verplicht = [nummer for nummer, veld in enumerate(schema) if not veld.nullable]
        groepen = [bestand.metadata.row_group(n) for n in range(bestand.num_row_groups)]
        statistieken = (
            groep.column(nummer).statistics for groep in groepen for nummer in verplicht
        )
        return not any(
            statistiek is not None and statistiek.has_null_count and statistiek.null_count
            for statistiek in statistieken
        )


def has_beschadigd_origineel(home: Home, bron: str, maand: str) -> bool:
    """Return whether an original of this month did not open when it was read (rule B004).

    Then the figures of the month lack what the region did receive.
    """
    pad = home.lake / bron / "bevinding" / f"{maand}.parquet"
    codes = pq.read_table(pad, columns=["regel_code"])["regel_code"].to_pylist()
    return BESCHADIGD in codes
