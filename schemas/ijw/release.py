"""The files of a release of the standard, in full or as what differs from another release.

A release is a folder with a ``release.csv``: its versie and subversie, and in ``basis`` the
release that it builds on, empty when it stands alone. Of a file that is not in the folder, the
one of the basis holds. A file with a column ``wijziging`` holds only the rows that differ:
``nieuw``, ``gewijzigd`` (the whole row replaces that of the basis) or ``vervallen``. A file
without that column replaces that of the basis.
"""

import csv
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path

RELEASE = "release.csv"

# What makes a row of a file the same row in two releases; a folder stands for all its files. Of
# a file that is not here the whole row is the key: it can only be new or gone.
SLEUTELS = {
    "berichten": ("klasse", "element"),
    "berichten.csv": ("bericht",),
    "omschrijvingen.csv": ("klasse", "element"),
    "schema_regels.csv": ("bericht", "pad", "facet"),
    "typen.csv": ("type",),
    "vlak.csv": ("berichten", "tabel", "rij", "kolom"),
}

_WIJZIGING = "wijziging"

_mappen: tuple[Path, ...] = (Path(__file__).parent,)


class OnjuisteRelease(ValueError):
    """A release contradicts its basis: the text says in which file and row."""


@contextmanager
def releases_in(folder: Path) -> Iterator[None]:
    """Make the releases in ``folder`` known too, beside those of the package."""
    global _mappen
    eerdere = _mappen
    _mappen = (*_mappen, folder)
    try:
        yield
    finally:
        _mappen = eerdere


def list_releases() -> tuple[str, ...]:
    """Return the releases that can be read, such as ``3_2``, the oldest first."""
    return tuple(_find_mappen(_mappen))


def find_release(release: str) -> Path:
    """Return the folder of a release.

    Raises:
        FileNotFoundError: there is no folder for this release.
    """
    try:
        return _find_mappen(_mappen)[release]
    except KeyError:
        raise FileNotFoundError(f"geen release {release} van de iJw-standaard") from None


def read_csv(release: str, naam: str) -> list[dict[str, str]]:
    """Return the rows of one file of a release, with what it takes from its basis.

    Args:
        release: such as ``3_2``.
        naam: the path of the file in the folder of the release, such as ``berichten/jw301.csv``.

    Raises:
        FileNotFoundError: neither the release nor a basis has this file.
        OnjuisteRelease: a changed row contradicts the basis.
    """
    folder = find_release(release)
    basis = _read_release(folder)["basis"]
    path = folder / naam
    if not path.exists() and basis:
        return read_csv(basis, naam)
    kolommen, rows = _read(path)
    if _WIJZIGING not in kolommen:
        return rows
    if not basis:
        raise OnjuisteRelease(f"{release}/{naam}: kolom {_WIJZIGING} zonder basis")
    sleutel = find_sleutel(naam, [kolom for kolom in kolommen if kolom != _WIJZIGING])
    return _apply(f"{release}/{naam}", read_csv(basis, naam), rows, sleutel)


def find_sleutel(naam: str, kolommen: Sequence[str]) -> Sequence[str]:
    """Return the columns that make a row of a file the same row in two releases."""
    return SLEUTELS.get(naam) or SLEUTELS.get(naam.split("/")[0]) or kolommen


def read_release(release: str) -> dict[str, str]:
    """Return ``versie``, ``subversie`` and ``basis`` of a release.

    Raises:
        FileNotFoundError: there is no folder for this release.
    """
    return dict(_read_release(find_release(release)))


@cache
def _read_release(folder: Path) -> dict[str, str]:
    _, [row] = _read(folder / RELEASE)
    return row


@cache
def _find_mappen(mappen: tuple[Path, ...]) -> dict[str, Path]:
    gevonden = [path.parent for map_ in mappen for path in map_.glob(f"*/{RELEASE}")]
    return {folder.name: folder for folder in sorted(gevonden, key=_versie)}


def _versie(folder: Path) -> tuple[int, int]:
    row = _read_release(folder)
    return int(row["versie"]), int(row["subversie"])


def _read(path: Path) -> tuple[Sequence[str], list[dict[str, str]]]:
    with path.open(encoding="utf-8", newline="") as stream:
        lezer = csv.DictReader(stream)
        return lezer.fieldnames or (), list(lezer)


def _apply(
    waar: str, basis: list[dict[str, str]], rows: list[dict[str, str]], sleutel: Sequence[str]
) -> list[dict[str, str]]:
    samen = {tuple(row[kolom] for kolom in sleutel): row for row in basis}
    for row in rows:
        waarden = {kolom: tekst for kolom, tekst in row.items() if kolom != _WIJZIGING}
        key, wijziging = tuple(row[kolom] for kolom in sleutel), row[_WIJZIGING]
        if wijziging not in ("nieuw", "gewijzigd", "vervallen"):
            raise OnjuisteRelease(f"{waar}: {key}: onbekende {_WIJZIGING} {wijziging!r}")
        if (wijziging == "nieuw") == (key in samen):
            staat = "staat al" if key in samen else "staat niet"
            raise OnjuisteRelease(f"{waar}: {key} is {wijziging}, maar {staat} in de basis")
        if wijziging == "vervallen":
            del samen[key]
        else:
            samen[key] = waarden
    return list(samen.values())
