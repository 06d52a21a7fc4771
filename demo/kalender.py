"""Dates of the simulation: months, quarters, working days and ISO weeks."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

DAG = timedelta(days=1)


@dataclass(frozen=True)
class Venster:
    """The simulated time: whole years, and the two months after them."""

    begin: date
    eind: date

    @property
    def jaren(self) -> range:
        """The whole years of the window."""
        return range(self.begin.year, self.eind.year)

    @property
    def maanden(self) -> list[date]:
        """First days of all months of the window, the two last ones included."""
        return list(iter_maanden(self.begin, self.eind))


def make_venster(jaren: int, laatste_jaar: int) -> Venster:
    """Return the window of ``jaren`` years up to ``laatste_jaar``, plus January and February."""
    return Venster(date(laatste_jaar - jaren + 1, 1, 1), date(laatste_jaar + 1, 3, 1) - DAG)


def add_maanden(dag: date, aantal: int) -> date:
    """Return the first day of the month ``aantal`` months after the month of ``dag``."""
    maand = dag.year * 12 + dag.month - 1 + aantal
    return date(maand // 12, maand % 12 + 1, 1)


def eerste_dag(dag: date) -> date:
    """Return the first day of the month of ``dag``."""
    return dag.replace(day=1)


def laatste_dag(dag: date) -> date:
    """Return the last day of the month of ``dag``."""
    return add_maanden(dag, 1) - DAG


def plus_maanden(dag: date, aantal: int) -> date:
    """Return the same day of the month ``aantal`` months later, at most the month's last day."""
    maand = add_maanden(dag, aantal)
    return maand.replace(day=min(dag.day, laatste_dag(maand).day))


def iter_maanden(begin: date, eind: date) -> Iterator[date]:
    """Yield the first day of every month from the month of ``begin`` to that of ``eind``."""
    maand = eerste_dag(begin)
    while maand <= eind:
        yield maand
        maand = add_maanden(maand, 1)


def to_maand(dag: date) -> str:
    """Return ``JJJJ-MM``."""
    return f"{dag.year:04d}-{dag.month:02d}"


def to_kwartaal(dag: date) -> str:
    """Return ``JJJJ-Kn``."""
    return f"{dag.year}-K{(dag.month + 2) // 3}"


def werkdag(dag: date) -> date:
    """Return ``dag``, or the Monday after it when it falls in a weekend."""
    return dag + timedelta(days=max(0, 7 - dag.weekday()) if dag.weekday() > 4 else 0)


def aantal_iso_weken(begin: date, eind: date) -> int:
    """Return how many ISO weeks the period touches (IV077)."""
    maandag = begin - timedelta(days=begin.weekday())
    return ((eind - maandag).days // 7) + 1
