"""Which months of the lake are behind the archive, or behind the rules.

Beside the tables of a bron stands ``_stand/<JJJJ-MM>.json``: a hash of the originals that
were read, and of the code, rules and key they were read with. A month whose hash differs
is read again; so a change of rules is a backfill, and a crash leaves nothing half done.
"""

import hashlib
import re
from collections.abc import Iterable
from datetime import date
from functools import cache
from pathlib import Path

from orchestration.bestanden import compute_map_hash, read_json, write_json
from orchestration.home import WORTEL, Home
from orchestration.sleutels import compute_kenmerk
from schemas.lake import BRONNEN, lake_tabellen

EERSTE_MAAND = "2014-01"
_MAAND = re.compile(r"\d{4}-(0[1-9]|1[0-2])")


def is_maand(tekst: str) -> bool:
    """Return whether ``tekst`` is a month that exists, as JJJJ-MM."""
    return bool(_MAAND.fullmatch(tekst)) and tekst[:4] != "0000"


def maand_van(dag: date) -> str:
    """Return the month of a day as JJJJ-MM."""
    return f"{dag:%Y-%m}"


def list_archief_maanden(home: Home, bron: str) -> list[str]:
    """Return the months in which the archive holds something of a bron, in order."""
    mappen = (home.archief / bron).glob("[0-9]*")
    return sorted(pad.name for pad in mappen if is_maand(pad.name) and any(pad.glob("*.json")))


def list_lake_maanden(home: Home, bron: str) -> list[str]:
    """Return the months that the lake holds of a bron, in order."""
    mappen = (home.lake / bron).glob("*/[0-9]*.parquet")
    return sorted({pad.stem for pad in mappen if is_maand(pad.stem)})


def list_verouderd(home: Home, bron: str, pseudoniem_sleutel: bytes) -> list[str]:
    """Return the months of a bron that must be read (again), in order."""
    maanden = {*list_archief_maanden(home, bron), *list_lake_maanden(home, bron)}
    return sorted(
        maand for maand in maanden if not is_actueel(home, bron, maand, pseudoniem_sleutel)
    )


def is_actueel(home: Home, bron: str, maand: str, pseudoniem_sleutel: bytes) -> bool:
    """Return whether the lake of this month is what reading it now would give."""
    stand = read_json(_pad(home, bron, maand))
    tabellen = (home.lake / bron / tabel / f"{maand}.parquet" for tabel in lake_tabellen(bron))
    return stand.get("kenmerk") == compute_stand(home, bron, maand, pseudoniem_sleutel) and all(
        pad.exists() for pad in tabellen
    )


def compute_stand(home: Home, bron: str, maand: str, pseudoniem_sleutel: bytes) -> str:
    """Return a hash of everything that reading this month depends on."""
    originelen = sorted(pad.stem for pad in (home.archief / bron / maand).glob("*.json"))
    delen = (*originelen, compute_versie(bron), compute_kenmerk(pseudoniem_sleutel))
    return hashlib.sha256("\n".join(delen).encode()).hexdigest()


def write_stand(home: Home, bron: str, maand: str, kenmerk: str, rijen: dict[str, int]) -> None:
    """Keep what the lake of this month was read from, and how many rows that gave."""
    write_json(_pad(home, bron, maand), {"kenmerk": kenmerk, "rijen": rijen})


@cache
def compute_versie(bron: str) -> str:
    """Return a hash of the code, schemas and rules that read a bron.

    The reader of iJw and that of the tables do not know each other, so that a change in one
    does not read the other again.
    """
    weglaten = ("tabellen",) if bron == "ijw" else ("ijw", "codelijsten")
    return compute_map_hash((WORTEL / "ingest", WORTEL / "schemas"), (*weglaten, "referentie"))


def compute_lake_stand(home: Home) -> str:
    """Return one hash over the stand of all months: what the warehouse is built from."""
    som = hashlib.sha256()
    for bron in BRONNEN:
        for pad in sorted((home.lake / bron / "_stand").glob("*.json")):
            som.update(f"{bron}/{pad.stem}/{read_json(pad).get('kenmerk')}\n".encode())
    return som.hexdigest()


def list_range(maanden: Iterable[str]) -> list[str]:
    """Return every month from the first to the last of ``maanden``."""
    bereik = sorted(maanden)
    if not bereik:
        return []
    (jaar, maand), laatste, alle = map(int, bereik[0].split("-")), bereik[-1], [bereik[0]]
    while alle[-1] < laatste:
        jaar, maand = (jaar, maand + 1) if maand < 12 else (jaar + 1, 1)
        alle.append(f"{jaar:04d}-{maand:02d}")
    return alle


def _pad(home: Home, bron: str, maand: str) -> Path:
    return home.lake / bron / "_stand" / f"{maand}.json"
