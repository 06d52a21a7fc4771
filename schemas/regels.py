"""The rule catalogue: every check that ingest may report, read from ``referentie/regels.csv``."""

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_REGELS = Path(__file__).parent / "referentie" / "regels.csv"


@dataclass(frozen=True)
class Regel:
    """One rule: its code, where it applies, how grave it is, and what to tell the supplier.

    ``niveau`` is where it is judged: ``bestand``, ``bericht`` (inside one message), ``record``
    (one row of a spreadsheet), ``verband`` (across messages) or ``extern`` (with contracts and
    code lists). ``niet_te_beoordelen`` says why a rule of the standard cannot be judged here.
    """

    regel_code: str
    niveau: str
    bron: str
    berichten: str
    ernst: str
    retour_code: str
    uitleg: str
    wat_te_doen: str
    herkomst: str
    niet_te_beoordelen: str


@cache
def read_regels() -> dict[str, Regel]:
    """Return the catalogue by regel_code."""
    with _REGELS.open(encoding="utf-8", newline="") as stream:
        return {row["regel_code"]: Regel(**row) for row in csv.DictReader(stream)}
