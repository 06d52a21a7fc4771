"""The catalogue of indicators: one row each in ``schemas/referentie/indicator.csv``.

The page of all indicators, the dbt descriptions and the definition box of the report come from
these rows, so that a figure is defined in words exactly once.
"""

import csv
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_CATALOGUS = Path(__file__).parent / "referentie" / "indicator.csv"


@dataclass(frozen=True)
class Indicator:
    """One indicator. ``status`` is ``beschikbaar`` or ``niet_beschikbaar``, then with ``reden``.

    ``tabel`` and ``kolom`` name where it is published; more columns are parted by a space.
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


@cache
def read_indicatoren() -> tuple[Indicator, ...]:
    """Return every indicator, in the order of the catalogue."""
    with _CATALOGUS.open(encoding="utf-8", newline="") as stream:
        return tuple(Indicator(**rij) for rij in csv.DictReader(stream))
