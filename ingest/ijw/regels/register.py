"""The registry: which function checks which rule in which messages."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ingest.ijw.paden import Nummers
from ingest.ijw.vlakken import Vlakken


@dataclass(frozen=True)
class Overtreding:
    """The rows (from 0) of a table that break a rule, and the column that shows it.

    ``kolom`` is ``rij`` when the row as a whole is the fault.
    """

    tabel: str
    rijen: Nummers
    kolom: str
    toelichting: str = ""


Controle = Callable[[Vlakken], Iterator[Overtreding]]

_PER_BERICHT: dict[str, dict[str, Controle]] = {}


def regel(regel_code: str, *berichten: str) -> Callable[[Controle], Controle]:
    """Return a decorator that registers a check under its official code for these messages."""

    def register(controle: Controle) -> Controle:
        for bericht in berichten:
            _PER_BERICHT.setdefault(bericht, {})[regel_code] = controle
        return controle

    return register


def iter_overtredingen(vlakken: Vlakken) -> Iterator[tuple[str, Overtreding]]:
    """Yield (rule code, violations) for every rule of this kind of message that is broken."""
    for regel_code, controle in _PER_BERICHT.get(vlakken.soort.bericht, {}).items():
        for overtreding in controle(vlakken):
            if len(overtreding.rijen):
                yield regel_code, overtreding


def list_regel_codes(bericht: str) -> tuple[str, ...]:
    """Return the codes of the rules that are checked for a kind of message."""
    return tuple(_PER_BERICHT.get(bericht, {}))
