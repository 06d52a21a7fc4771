"""The registry: which function checks which rule in which messages."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from lxml import etree

from ingest.ijw.gelezen import GelezenBericht


@dataclass(frozen=True)
class Overtreding:
    """One place that breaks a rule: a column in a row (from 0), or an element of the tree."""

    tabel: str = ""
    rij: int = 0
    kolom: str = ""
    element: etree._Element | None = None
    toelichting: str = ""


Controle = Callable[[GelezenBericht], Iterator[Overtreding]]

_PER_BERICHT: dict[str, dict[str, Controle]] = {}


def regel(regel_code: str, *berichten: str) -> Callable[[Controle], Controle]:
    """Return a decorator that registers a check under its official code for these messages."""

    def register(controle: Controle) -> Controle:
        for bericht in berichten:
            _PER_BERICHT.setdefault(bericht, {})[regel_code] = controle
        return controle

    return register


def iter_overtredingen(bericht: GelezenBericht) -> Iterator[tuple[str, Overtreding]]:
    """Yield (rule code, violation) for every rule of this kind of message."""
    for regel_code, controle in _PER_BERICHT.get(bericht.soort.bericht, {}).items():
        for overtreding in controle(bericht):
            yield regel_code, overtreding


def list_regel_codes(bericht: str) -> tuple[str, ...]:
    """Return the codes of the rules that are checked for a kind of message."""
    return tuple(_PER_BERICHT.get(bericht, {}))
