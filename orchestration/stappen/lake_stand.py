"""Which months of the lake are behind the archive, or behind the rules.

Beside the tables of a bron stands ``_stand/<JJJJ-MM>.json``: a hash of the originals that
were read, and of the code, rules and key they were read with. A month whose hash differs
is read again; so a change of rules is a backfill, and a crash leaves nothing half done.
The size and hash of every file stand there too: a file that was damaged since is read again.
"""

import hashlib
import re
from collections.abc import Iterable
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from orchestration.bestanden import (
    compute_bestand_hash,
    compute_map_hash,
    read_json,
    write_json,
)
from orchestration.home import WORTEL, Home
from orchestration.sleutels import compute_kenmerk
from orchestration.stappen.officiele_schemas import compute_schemas_kenmerk
from schemas.lake import BRONNEN, lake_tabellen
from schemas.regels import Regel, read_regels

EERSTE_MAAND = "2014-01"
# Lists of the region that the reader of the tables looks values up in.
_GELEZEN_LIJSTEN = ("gemeente.csv", "zorgvorm.csv")
_GELEZEN_NIVEAUS = ("bestand", "bericht", "record")
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
    """Return whether the lake of this month is what reading it now would give.

    A file whose size changed, or that was written after its month was read and holds something
    else, is not.
    """
    stand = read_json(_pad(home, bron, maand))
    return stand.get("kenmerk") == compute_stand(
        home, bron, maand, pseudoniem_sleutel
    ) and not _find_veranderd(home, bron, maand, stand, grondig=False)


def find_beschadigd_lake(home: Home, bron: str, maand: str) -> list[str]:
    """Return the lake tables of a month that are not as they were written; reads every byte."""
    return _find_veranderd(home, bron, maand, read_json(_pad(home, bron, maand)), grondig=True)


def is_te_herstellen(home: Home, bron: str, maand: str) -> bool:
    """Return whether a month was read before, and its lake is not as it was written then."""
    is_gelezen = bool(read_json(_pad(home, bron, maand)))
    return is_gelezen and bool(find_beschadigd_lake(home, bron, maand))


def _find_veranderd(
    home: Home, bron: str, maand: str, stand: dict[str, Any], grondig: bool
) -> list[str]:
    beschreven = stand.get("bestanden", {})
    return [
        tabel
        for tabel in lake_tabellen(bron)
        if not _is_gaaf(
            home.lake / bron / tabel / f"{maand}.parquet",
            beschreven.get(tabel),
            0 if grondig else _pad(home, bron, maand).stat().st_mtime_ns,
        )
    ]


def _is_gaaf(pad: Path, beschreven: dict[str, Any] | None, gelezen_op: int) -> bool:
    """Return whether a file is as described; its bytes are read when it is newer than that."""
    if beschreven is None or not pad.is_file():
        return False
    stat = pad.stat()
    if stat.st_size != beschreven["bytes"]:
        return False
    return stat.st_mtime_ns <= gelezen_op or compute_bestand_hash(pad) == beschreven["sha256"]


def compute_stand(home: Home, bron: str, maand: str, pseudoniem_sleutel: bytes) -> str:
    """Return a hash of everything that reading this month depends on."""
    originelen = sorted(pad.stem for pad in (home.archief / bron / maand).glob("*.json"))
    schemas = compute_schemas_kenmerk(home.instellingen) if bron == "ijw" else ""
    delen = (*originelen, compute_versie(bron), compute_kenmerk(pseudoniem_sleutel), schemas)
    return hashlib.sha256("\n".join(delen).encode()).hexdigest()


def write_stand(home: Home, bron: str, maand: str, kenmerk: str, rijen: dict[str, int]) -> None:
    """Keep what the lake of this month was read from, how many rows that gave, and its files."""
    paden = {tabel: home.lake / bron / tabel / f"{maand}.parquet" for tabel in lake_tabellen(bron)}
    bestanden = {
        tabel: {"bytes": pad.stat().st_size, "sha256": compute_bestand_hash(pad)}
        for tabel, pad in paden.items()
    }
    write_json(
        _pad(home, bron, maand), {"kenmerk": kenmerk, "rijen": rijen, "bestanden": bestanden}
    )


@cache
def compute_versie(bron: str) -> str:
    """Return a hash of the code, schemas and rules that read a bron.

    The reader of iJw and that of the tables do not know each other, so that a change in one
    does not read the other again. Of a rule only what decides the verdict counts: a better
    explanation reads nothing again, and neither does a rule that dbt judges.
    """
    weglaten = ("tabellen",) if bron == "ijw" else ("ijw", "codelijsten")
    mappen, lijsten = (WORTEL / "ingest", WORTEL / "schemas"), WORTEL / "schemas" / "referentie"
    delen = [
        compute_map_hash(mappen, (*weglaten, "referentie")),
        compute_regels_hash(bron, read_regels().values()),
    ]
    if bron != "ijw":
        delen += [compute_bestand_hash(lijsten / naam) for naam in _GELEZEN_LIJSTEN]
    return hashlib.sha256("\n".join(delen).encode()).hexdigest()


def compute_regels_hash(bron: str, regels: Iterable[Regel]) -> str:
    """Return a hash of what decides the verdict of the rules that a bron is read with."""
    delen = [
        f"{regel.regel_code} {regel.ernst} {regel.berichten}"
        for regel in regels
        if _is_gelezen_met(bron, regel)
    ]
    return hashlib.sha256("\n".join(sorted(delen)).encode()).hexdigest()


def _is_gelezen_met(bron: str, regel: Regel) -> bool:
    soort = "ijw" if bron == "ijw" else "tabel"
    return regel.niveau in _GELEZEN_NIVEAUS and regel.bron in ("*", soort, bron)


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
