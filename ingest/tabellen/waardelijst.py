"""What a written gemeente, zorgvorm or other listed value stands for."""

import csv
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import schemas
from schemas.tabellen import normalise_label, read_waarden

REGIO = "regio"
_SCHEMAS = Path(schemas.__file__).parent


@cache
def read_gemeente_lijst() -> dict[str, str]:
    """Return by normalised name or code the gemeente_code of every gemeente in the region."""
    lijst: dict[str, str] = {}
    for row in _read_csv("gemeente"):
        code = row["gemeente_code"]
        for naam in _namen_van(code, row["gemeente_naam"]):
            lijst[naam] = code
    return lijst | normalise_lijst(read_waarden()["gemeente"])


@cache
def read_gemeente_nederland_lijst() -> dict[str, str]:
    """Return by normalised name or code the gemeente_code of every gemeente in the Netherlands."""
    lijst: dict[str, str] = {}
    for row in _read_csv("CBS_gemeentecode_2026", map_naam="codelijsten"):
        for naam in _namen_van(row["code"], row["omschrijving"]):
            lijst[naam] = row["code"]
    return lijst | read_gemeente_lijst()


@cache
def read_zorgvorm_lijst() -> dict[str, str]:
    """Return by normalised name or code every zorgvorm."""
    lijst: dict[str, str] = normalise_lijst(read_waarden()["zorgvorm"])
    for row in _read_csv("zorgvorm"):
        for naam in (row["zorgvorm"], row["zorgvorm_naam"]):
            lijst[normalise_label(naam)] = row["zorgvorm"]
    return lijst


@cache
def read_gedeelde_lijst(naam: str) -> frozenset[str]:
    """Return the normalised members of a plain list in ``waarden.yaml``."""
    return frozenset(normalise_label(str(waarde)) for waarde in read_waarden()[naam])


def normalise_lijst(waarden: dict[str, str]) -> dict[str, str]:
    """Return a mapping with normalised keys."""
    return {normalise_label(str(naam)): code for naam, code in waarden.items()}


def _namen_van(code: str, naam: str) -> Iterator[str]:
    """Yield how a gemeente may be written, normalised."""
    for tekst in (code, str(int(code)), f"GM{code}", naam):
        yield normalise_label(tekst)
        yield normalise_label(f"gemeente {tekst}")


def _read_csv(naam: str, map_naam: str = "referentie") -> list[dict[str, str]]:
    pad = _SCHEMAS / map_naam / f"{naam}.csv"
    with pad.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))
