"""Stretches of time of a youth that overlap or adjoin: together one measure or one stay."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from demo.administratie.model import Toewijzing
from demo.kalender import DAG


@dataclass
class Stuk:
    """A stretch of one youth: an allocation with a measure, or a stay."""

    bsn: str
    soort: str
    begin: date
    eind: date | None
    toewijzing: Toewijzing

    @property
    def volgorde(self) -> tuple[date, str, int]:
        """What decides which stretch is the first and which the last."""
        return (self.begin, *self.toewijzing.sleutel)


@dataclass
class Keten:
    """One measure, with its row of the answer key."""

    bsn: str
    is_jb: bool
    begin: date
    eind: date | None
    machtiging: str | None
    machtiging_begin: date | None
    machtiging_eind: date | None
    rij: tuple[object, ...]


def make_ketens(stukken: Iterable[Stuk]) -> list[list[Stuk]]:
    """Return runs of stretches that overlap or adjoin, in order of begin."""
    ketens: list[list[Stuk]] = []
    tot = date.min
    for stuk in sorted(stukken, key=lambda stuk: stuk.volgorde):
        if not ketens or (tot < date.max and stuk.begin > tot + DAG):
            ketens.append([])
            tot = date.min
        ketens[-1].append(stuk)
        tot = max(tot, stuk.eind or date.max)
    return ketens


def iter_ketens_per(stukken: Iterable[Stuk], wie: Callable[[Stuk], object]) -> Iterator[list[Stuk]]:
    """Yield the runs of every youth, apart for each value of ``wie``."""
    groepen: dict[tuple[str, object], list[Stuk]] = defaultdict(list)
    for stuk in stukken:
        groepen[(stuk.bsn, wie(stuk))].append(stuk)
    for groep in groepen.values():
        yield from make_ketens(groep)


def get_eind(keten: list[Stuk]) -> date | None:
    """Return the last day of a run, or None when it runs on."""
    einden = [stuk.eind for stuk in keten if stuk.eind is not None]
    return max(einden) if len(einden) == len(keten) else None
