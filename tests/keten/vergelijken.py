"""Compare what comes out: rows of a query, and whole schemas as one hash per table."""

import hashlib
import re
from collections.abc import Iterable, Mapping
from pathlib import Path

import duckdb

# A finding says in which file it was found and when that came in: that may differ between two
# orders of arrival. What it says may not.
ONTVANGST_KOLOMMEN = frozenset(
    {
        "bestandsnaam",
        "bestand_sleutel",
        "bevinding_sleutel",
        "ontvangstmaand",
        "eerste_gezien",
        "opgelost_datum",
        "dagen_in_quarantaine",
        "later_aanvaard_datum",
        "bekend_sinds",
    }
)


def fetch(warehouse: Path, sql: str) -> list[tuple]:
    """Return the rows of a query on a warehouse or release, opened read-only."""
    with duckdb.connect(str(warehouse), read_only=True) as connection:
        return connection.execute(sql).fetchall()


def fetch_regio(warehouse: Path, sql: str) -> list[tuple]:
    """Return the rows of a query in which every ``fct_`` holds the gemeenten of the region only."""
    with duckdb.connect(str(warehouse), read_only=True) as connection:
        for feit in sorted(set(re.findall(r"\bfct_\w+", sql))):
            connection.execute(
                f"""
                create temp view {feit} as
                select feit.* from marts.{feit} as feit
                inner join marts.dim_gemeente as gemeente using (gemeente_code)
                where gemeente.is_regiogemeente
                """
            )
        return connection.execute(sql).fetchall()


def to_tekst(rows: list[tuple]) -> list[tuple[str, ...]]:
    """Return rows as the answer key writes them."""
    return [tuple(_to_cel(waarde) for waarde in row) for row in rows]


def _to_cel(waarde: object) -> str:
    if waarde is None:
        return ""
    return str(waarde).lower() if isinstance(waarde, bool) else str(waarde)


def values(rows: list[dict[str, str]]) -> list[tuple[str, ...]]:
    """Return the rows of a table of the answer key without their names."""
    return [tuple(row.values()) for row in rows]


def fetch_kolommen(warehouse: Path, schema: str) -> dict[str, list[str]]:
    """Return the columns of every table of a schema."""
    rows = fetch(
        warehouse,
        "select table_name, column_name from information_schema.columns "
        f"where table_schema = '{schema}' order by table_name, ordinal_position",
    )
    kolommen: dict[str, list[str]] = {}
    for tabel, kolom in rows:
        kolommen.setdefault(tabel, []).append(kolom)
    return kolommen


def hash_schema(
    warehouse: Path, schema: str = "marts", zonder: Mapping[str, frozenset[str]] | None = None
) -> dict[str, tuple[int, str]]:
    """Return the number of rows and a hash of the sorted rows of every table of a schema.

    Args:
        warehouse: the DuckDB file.
        schema: which schema.
        zonder: per table, the columns that may differ.
    """
    result = {}
    for tabel, kolommen in fetch_kolommen(warehouse, schema).items():
        weg = (zonder or {}).get(tabel, frozenset())
        keuze = ", ".join(f'"{kolom}"' for kolom in kolommen if kolom not in weg)
        rows = sorted(map(repr, fetch(warehouse, f'select {keuze} from {schema}."{tabel}"')))
        result[tabel] = (len(rows), hashlib.sha256("\n".join(rows).encode()).hexdigest())
    return result


def diff_rijen(verwacht: Iterable[tuple], gevonden: Iterable[tuple], aantal: int = 10) -> str:
    """Return the first rows that are on one side only, for the text of a failing test."""
    links, rechts = set(verwacht), set(gevonden)
    ontbreekt, teveel = sorted(links - rechts, key=repr), sorted(rechts - links, key=repr)
    regels = [f"{len(ontbreekt)} rijen ontbreken, {len(teveel)} rijen te veel"]
    regels += [f"  verwacht, niet gevonden: {row}" for row in ontbreekt[:aantal]]
    regels += [f"  gevonden, niet verwacht: {row}" for row in teveel[:aantal]]
    return "\n".join(regels)


def assert_zelfde_rijen(verwacht: Iterable[tuple], gevonden: Iterable[tuple], wat: str) -> None:
    """Fail with the first differences when two sets of rows are not equal."""
    links, rechts = list(verwacht), list(gevonden)
    assert links, f"{wat}: er is niets om mee te vergelijken"
    assert sorted(links, key=repr) == sorted(rechts, key=repr), (
        f"{wat}: {diff_rijen(links, rechts)}"
    )
