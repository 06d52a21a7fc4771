"""The catalogue of indicators: one row each in ``schemas/referentie/indicator.csv``.

The page of all indicators, the dbt descriptions and the definition box of the report come from
these rows, so that a figure is defined in words exactly once.
"""

import csv
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_REFERENTIE = Path(__file__).parent / "referentie"
_BESCHIKBAAR = "beschikbaar"


@dataclass(frozen=True)
class Indicator:
    """One indicator. ``status`` is ``beschikbaar`` or ``niet_beschikbaar``, then with ``reden``.

    ``tabel`` and ``kolom`` name where it is published; more of them are parted by a space.
    """

    indicator_code: str
    indicator_naam: str
    onderwerp: str
    vraag: str
    formule: str
    eenheid: str
    bron: str
    optelbaar: str
    sinds: str
    breuk: str
    eigenaar: str
    status: str
    reden: str
    tabel: str
    kolom: str
    herkomst: str

    @property
    def docs_naam(self) -> str:
        """The name of its dbt docs block."""
        return "indicator_" + re.sub(r"\W+", "_", self.indicator_code)

    @property
    def is_beschikbaar(self) -> bool:
        """Whether the data can give it."""
        return self.status == _BESCHIKBAAR

    @property
    def tabellen(self) -> tuple[str, ...]:
        """The published tables in which it stands."""
        return tuple(self.tabel.split())

    @property
    def kolommen(self) -> tuple[str, ...]:
        """The columns of those tables in which it stands."""
        return tuple(self.kolom.split())


@dataclass(frozen=True)
class Onderwerp:
    """A group of indicators, as the page of all indicators shows it."""

    onderwerp: str
    naam: str
    uitleg: str


@dataclass(frozen=True)
class Documentitem:
    """One item that a document asks for, and the indicator that answers it."""

    document: str
    onderwerp: str
    volgnummer: str
    item: str
    indicator_code: str


@cache
def read_indicatoren() -> tuple[Indicator, ...]:
    """Return every indicator, in the order of the catalogue."""
    return tuple(Indicator(**rij) for rij in _read_csv("indicator"))


@cache
def read_onderwerpen() -> tuple[Onderwerp, ...]:
    """Return the groups of indicators, in the order of the page."""
    return tuple(Onderwerp(**rij) for rij in _read_csv("indicator_onderwerp"))


@cache
def read_document_items() -> tuple[Documentitem, ...]:
    """Return every item of the documents."""
    return tuple(Documentitem(**rij) for rij in _read_csv("document_item"))


@cache
def read_geen_telling() -> frozenset[tuple[str, str]]:
    """Return (table, column) of every published whole number that does not count youths or cases.

    All others are held to the threshold of disclosure control.
    """
    return frozenset((rij["tabel"], rij["kolom"]) for rij in _read_csv("publicatie_geen_telling"))


def find_indicator(indicator_code: str) -> Indicator:
    """Return the indicator with this code.

    Raises:
        KeyError: the catalogue has no such indicator.
    """
    for indicator in read_indicatoren():
        if indicator.indicator_code == indicator_code:
            return indicator
    raise KeyError(f"de catalogus kent geen indicator '{indicator_code}'")


def _read_csv(naam: str) -> list[dict[str, str]]:
    with (_REFERENTIE / f"{naam}.csv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))
