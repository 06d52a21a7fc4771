"""The valid steps of start and stop: once current, corrected by removal, temporary before final."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from datetime import date, timedelta

from bericht_in_lake import Rij
from hypothesis import strategies as st
from postbus import Postbus
from toewijzen import PRODUCT

TIJDELIJK, DEFINITIEF = "20", "31"


@dataclass
class Traject:
    """The current start on a number, and the stops of it that stand."""

    begin: date | None = None
    stops: list[Rij] = field(default_factory=list)
    laatste_einde: date | None = None

    @property
    def is_gestopt(self) -> bool:
        """Return whether a new start may follow."""
        return self.begin is None or bool(self.stops)

    @property
    def is_definitief(self) -> bool:
        """Return whether a final stop stands."""
        return any(stop["reden_beeindiging_code"] == DEFINITIEF for stop in self.stops)


class Starten:
    """Starts and stops per number; number None is task-oriented care (regels 3)."""

    def __init__(self, post: Postbus, jeugdige: Rij) -> None:
        self._post = post
        self._jeugdige = jeugdige
        self._trajecten: dict[int | None, Traject] = {}

    def start(self, nummers: Collection[int]) -> None:
        """Start care, after the last end."""
        nummer = self._post.draw(st.sampled_from((None, *sorted(nummers))))
        traject = self._trajecten.setdefault(nummer, Traject())
        begin = self._choose_begin(traject)
        if begin is None or not traject.is_gestopt:
            return
        if self._meld_start(nummer, ("1", begin)):
            traject.begin, traject.stops = begin, []

    def corrigeer_start(self) -> None:
        """Remove a start without stops, with or without another in its place (IV008)."""
        for nummer, traject in self._choose(lambda traject: not traject.stops):
            ander = self._choose_begin(traject)
            meldingen = [("3", traject.begin)]
            if ander not in (None, traject.begin) and self._post.draw(st.booleans()):
                meldingen.append(("1", ander))
            if self._meld_start(nummer, *meldingen):
                traject.begin = ander if len(meldingen) == 2 else None

    def stop(self) -> None:
        """End care, for a while or for good; after a temporary stop only for good (TR413)."""
        for nummer, traject in self._choose(lambda traject: not traject.is_definitief):
            eerder = [traject.begin, *[stop["eind_datum"] for stop in traject.stops]]
            eind = max(eerder) + timedelta(days=self._post.draw(st.integers(0, 5)))
            redenen = (DEFINITIEF,) if traject.stops else (TIJDELIJK, DEFINITIEF)
            stop = {
                "begin_datum": traject.begin,
                "reden_beeindiging_code": self._post.draw(st.sampled_from(redenen)),
                "eind_datum": eind,
            }
            if eind <= self._post.dag and self._meld_stop(nummer, "1", stop):
                traject.stops.append(stop)
                traject.laatste_einde = eind

    def verwijder_stop(self) -> None:
        """Remove the last stop of the current start."""
        for nummer, traject in self._choose(lambda traject: bool(traject.stops)):
            if self._meld_stop(nummer, "3", traject.stops[-1]):
                traject.stops.pop()

    def _choose(self, voldoet: Callable[[Traject], bool]) -> list[tuple[int | None, Traject]]:
        """Return one started traject that will do, or nothing."""
        keus = [
            (nummer, traject)
            for nummer, traject in self._trajecten.items()
            if traject.begin is not None and voldoet(traject)
        ]
        return [self._post.draw(st.sampled_from(keus))] if keus else []

    def _choose_begin(self, traject: Traject) -> date | None:
        begin = self._post.dag - timedelta(days=self._post.draw(st.integers(0, 3)))
        vrij = traject.laatste_einde is None or begin > traject.laatste_einde
        return begin if vrij else None

    def _meld_start(self, nummer: int | None, *meldingen: tuple[str, date]) -> bool:
        regels = [
            self._sleutel(nummer) | {"status_aanlevering_code": status, "begin_datum": begin}
            for status, begin in meldingen
        ]
        return self._post.stuur("jw305", "start", *regels)

    def _meld_stop(self, nummer: int | None, status: str, stop: Rij) -> bool:
        regel = self._sleutel(nummer) | stop | {"status_aanlevering_code": status}
        return self._post.stuur("jw307", "stop", regel)

    def _sleutel(self, nummer: int | None) -> Rij:
        return self._jeugdige | PRODUCT | {"toewijzing_nummer": nummer}
