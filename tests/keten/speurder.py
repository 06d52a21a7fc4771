"""Looks for personal data in everything that stands in a home, compressed files included."""

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import duckdb
import pyarrow.parquet as pq

_VELD = re.compile(
    rb"<\w+:(Bsn|Achternaam|Voornamen|Straatnaam|Postcode|Naam|Telefoonnummer|Emailadres)>([^<]+)<"
)
_NEGEN_OF_TIEN_CIJFERS = re.compile(rb"(?<!\d)\d{9,10}(?!\d)")
_POSTCODE = re.compile(rb"\d{4}[A-Z]{2}")
# A first name of three letters is also a word; surnames and streets of the demo are not.
_KORTSTE_NAAM = 5


@dataclass(frozen=True)
class Gezocht:
    """Every bsn, telephone number, postcode, and name of a person or street in an inbox."""

    bsns: frozenset[bytes]
    telefoonnummers: frozenset[bytes]
    postcodes: frozenset[bytes]
    namen: frozenset[bytes]

    def find(self, inhoud: bytes, met_postcode: bool = True) -> set[bytes]:
        """Return what of it occurs in ``inhoud``."""
        nummers = self.bsns | self.telefoonnummers
        gevonden = set(nummers.intersection(_NEGEN_OF_TIEN_CIJFERS.findall(inhoud)))
        if met_postcode:
            gevonden |= self.postcodes.intersection(_POSTCODE.findall(inhoud))
        return gevonden | {naam for naam in self.namen if naam in inhoud}


def read_gezocht(inbox: Path) -> Gezocht:
    """Return the personal data in the iJw messages of an inbox."""
    gezocht: tuple[set[bytes], ...] = (set(), set(), set(), set())
    bsns, telefoonnummers, postcodes, namen = gezocht
    for inhoud in _iter_berichten(inbox / "ijw"):
        for veld, waarde in _VELD.findall(inhoud):
            if veld == b"Bsn":
                bsns.add(waarde)
            elif veld == b"Telefoonnummer":
                telefoonnummers.add(waarde)
            elif veld == b"Postcode":
                postcodes.add(waarde)
            elif len(waarde) >= _KORTSTE_NAAM:
                namen.add(waarde)
    return Gezocht(
        frozenset(bsns), frozenset(telefoonnummers), frozenset(postcodes), frozenset(namen)
    )


def _iter_berichten(map: Path) -> Iterator[bytes]:
    for pad in sorted(map.rglob("*.*")):
        if zipfile.is_zipfile(pad):
            with zipfile.ZipFile(pad) as archief:
                yield from (archief.read(naam) for naam in archief.namelist())
        elif pad.suffix == ".xml":
            yield pad.read_bytes()


def search_home(home: Path, gezocht: Gezocht, behalve: tuple[str, ...] = ("archief",)) -> list[str]:
    """Return per file what was found, as counts: a failing test must not print a bsn."""
    treffers = []
    for pad in sorted(home.rglob("*")):
        if pad.is_symlink() or not pad.is_file() or pad.relative_to(home).parts[0] in behalve:
            continue
        # In a database file an AGB code and a rule may stand side by side: 9910[1328][CS]002.
        gevonden = gezocht.find(pad.read_bytes(), met_postcode=pad.suffix != ".duckdb")
        gevonden |= set().union(*(gezocht.find(deel) for deel in _iter_waarden_in(pad)))
        gevonden |= gezocht.find(str(pad.relative_to(home)).encode())
        if gevonden:
            aantal = len(gevonden & gezocht.bsns)
            namen = len(gevonden) - aantal
            treffers.append(f"{pad.relative_to(home)}: {aantal} bsn's, {namen} namen of adressen")
    return treffers


def _iter_waarden_in(pad: Path) -> Iterator[bytes]:
    """Yield the values of a file that compresses them."""
    if pad.suffix == ".xlsx":
        with zipfile.ZipFile(pad) as werkmap:
            yield from (werkmap.read(naam) for naam in werkmap.namelist())
    elif pad.suffix == ".parquet":
        for column in pq.read_table(pad).columns:
            yield "\n".join(str(waarde) for waarde in column.unique().to_pylist()).encode()
    elif pad.suffix == ".duckdb":
        with duckdb.connect(str(pad), read_only=True) as connection:
            yield from _iter_waarden(connection)


def _iter_waarden(connection: duckdb.DuckDBPyConnection) -> Iterator[bytes]:
    kolommen = connection.execute(
        "select table_schema, table_name, column_name from information_schema.columns "
        "join information_schema.tables using (table_schema, table_name) "
        "where table_type = 'BASE TABLE'"
    ).fetchall()
    for schema, tabel, kolom in kolommen:
        rows = connection.execute(
            f'select distinct "{kolom}"::varchar from "{schema}"."{tabel}"'
        ).fetchall()
        yield "\n".join(str(waarde) for (waarde,) in rows).encode()
