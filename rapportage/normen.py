"""The wait norms that stand in the chart: the region's own seed, dated."""

import csv
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

import schemas

_REFERENTIE = Path(schemas.__file__).parent / "referentie"
_GGZ = "ggz"


@dataclass(frozen=True, order=True)
class Norm:
    """A norm in days; ``is_ggz`` when it holds for ggz only."""

    dagen: int
    is_ggz: bool


def list_normen(peildatum: date) -> list[Norm]:
    """Return the different norms in force on a date, the shortest first."""
    groep = {rij["zorgvorm"]: rij["groep"] for rij in _read_csv("zorgvorm.csv")}
    groepen: dict[int, set[str]] = {}
    for rij in _read_csv("wachtnorm.csv"):
        if rij["ingangsdatum"] <= peildatum.isoformat() <= (rij["einddatum"] or "9999-12-31"):
            groepen.setdefault(int(rij["norm_dagen"]), set()).add(groep[rij["zorgvorm"]])
    return sorted(Norm(dagen, namen == {_GGZ}) for dagen, namen in groepen.items())


@cache
def _read_csv(naam: str) -> tuple[dict[str, str], ...]:
    with (_REFERENTIE / naam).open(encoding="utf-8", newline="") as stream:
        return tuple(csv.DictReader(stream))
