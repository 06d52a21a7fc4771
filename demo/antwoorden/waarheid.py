"""What is true at the end of the simulation, seen from the region: the base of the answer key."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from demo.administratie.kantoor import Administratie
from demo.administratie.model import Bericht, GemeldSegment, Regel, Toewijzing
from demo.kalender import iter_maanden

VERWIJZER_GROEP = {
    "01": "gemeente",
    "02": "medisch",
    "03": "medisch",
    "05": "medisch",
    "04": "gi_rechter",
    "08": "gi_rechter",
    "06": "geen",
}


@dataclass
class Waarheid:
    """The simulated region with the peildatum that follows from what was sent."""

    administratie: Administratie
    peildatum: date

    @property
    def toewijzingen(self) -> list[Toewijzing]:
        """Allocations that the region knows and that were not deleted."""
        return [t for t in self.met_zorg if not t.is_verloren]

    @property
    def met_zorg(self) -> list[Toewijzing]:
        """The same, with those whose 301 was lost: their care and costs are known."""
        return [t for t in self.administratie.toewijzingen if not t.is_verwijderd]

    @property
    def regels(self) -> Iterator[Regel]:
        """Every claim line that got through the door."""
        for declaratie in self.administratie.declaraties:
            yield from declaratie.regels


def make_waarheid(administratie: Administratie) -> Waarheid:
    """Return the truth at the latest Dagtekening of a message that got through."""
    return Waarheid(
        administratie, max(b.dagtekening for b in administratie.berichten if not b.fout)
    )


def get_verwijzer_groep(toewijzing: Toewijzing) -> str:
    """Return who referred: from the request, else the GI for jb/jr and the gemeente otherwise."""
    if toewijzing.verzoek is not None:
        return VERWIJZER_GROEP[toewijzing.verzoek.verwijzer_type]
    return "gi_rechter" if toewijzing.zorg.product.is_jb_jr else "gemeente"


def is_gefactureerd(toewijzing: Toewijzing) -> bool:
    """Return whether any debit line stands: granted or pending, and not credited."""
    return any(map(is_staand, toewijzing.regels))


def is_staand(regel: Regel) -> bool:
    """Return whether a line is a standing debit."""
    return regel.telt and not regel.is_credit and not regel.is_gecrediteerd


def iter_zorgmaanden(waarheid: Waarheid, toewijzing: Toewijzing) -> Iterator[date]:
    """Yield the months in care of one allocation, up to the month of the peildatum.

    Without a reported start, the months with a standing claim line count.
    """
    if not toewijzing.segmenten:
        yield from {r.zorgmaand for r in toewijzing.regels if is_staand(r)}
        return
    maanden: set[date] = set()
    for begin, eind in iter_perioden(toewijzing):
        maanden.update(iter_maanden(begin, min(eind or waarheid.peildatum, waarheid.peildatum)))
    yield from maanden


def iter_perioden(toewijzing: Toewijzing) -> Iterator[tuple[date, date | None]]:
    """Yield the first and last day of each stretch of reported care; None when it runs on.

    Without a stop nothing is known after the end of the allocation, if the region knows it.
    """
    grens = None if toewijzing.is_verloren else toewijzing.huidig.eind
    for segment in toewijzing.segmenten:
        begin = segment.begin.dag
        yield begin, segment.laatste_dag or (max(begin, grens) if grens else None)


def get_stop(toewijzing: Toewijzing) -> GemeldSegment | None:
    """Return the last segment when it has a final stop, else None."""
    laatste = toewijzing.segmenten[-1] if toewijzing.segmenten else None
    return laatste if laatste is not None and laatste.eind is not None else None


def count_prestaties(berichten: list[Bericht], soort: str = "jw323") -> Counter[str]:
    """Return how many lines each outcome at the door had, repeats counted apart."""
    telling: Counter[str] = Counter()
    for bericht in berichten:
        if bericht.soort == soort:
            regels = len(bericht.inhoud.declaratie.regels)  # type: ignore[attr-defined]
            telling["quarantaine" if bericht.fout else "aanvaard"] += regels
            telling["herhaald"] += regels if bericht.herhaald_in else 0
    return telling
