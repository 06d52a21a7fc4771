"""The post room: numbers and dates every message, and decides when it is received."""

from collections import Counter
from collections.abc import Callable
from datetime import date, timedelta
from random import Random

from demo.administratie.model import Bericht
from demo.kalender import Venster, add_maanden, eerste_dag, werkdag

_LETTERS = {
    "jw301": "T",
    "jw305": "S",
    "jw307": "E",
    "jw315": "V",
    "jw317": "W",
    "jw319": "A",
    "jw323": "D",
}
RETOUR_VAN = {
    "jw301": "jw302",
    "jw305": "jw306",
    "jw307": "jw308",
    "jw315": "jw316",
    "jw317": "jw318",
    "jw319": "jw320",
}


class Post:
    """Collects every message of the simulation in the order in which it is sent."""

    def __init__(self, rng: Random, venster: Venster) -> None:
        """Start empty. ``rng`` decides which messages arrive late or twice."""
        self.berichten: list[Bericht] = []
        self.venster = venster
        self._rng = rng
        self._nummers: Counter[tuple[str, str]] = Counter()

    def stuur(
        self,
        soort: str,
        gemeente: str,
        agb: str,
        dagtekening: date,
        inhoud: object,
        fout: str | None = None,
    ) -> Bericht:
        """Send a message and return it; it may be received a month late.

        Raises:
            ValueError: the message would be sent after the end of the simulation.
        """
        if dagtekening > self.venster.eind:
            raise ValueError(f"{soort} na het einde van de simulatie: {dagtekening}")
        bericht = Bericht(
            soort, gemeente, agb, "", dagtekening, inhoud, eerste_dag(dagtekening), fout
        )
        sleutel = (soort, bericht.verzender)
        self._nummers[sleutel] += 1
        bericht.identificatie = f"{_LETTERS.get(soort, 'R')}{self._nummers[sleutel]:07d}"
        worp = self._rng.random()
        if worp < 0.02:
            self.vertraag(bericht, 1)
        elif worp < 0.022 and fout is None:
            herhaald = add_maanden(bericht.ontvangen, 1)
            bericht.herhaald_in = herhaald if herhaald <= self.venster.eind else None
        elif worp < 0.0235 and fout is None:
            bericht.vorm = "gz" if worp < 0.0225 else "los"
        self.berichten.append(bericht)
        return bericht

    def vertraag(self, bericht: Bericht, maanden: int) -> None:
        """Let a message arrive some months late, at most in the last month of the simulation."""
        bericht.ontvangen = min(
            add_maanden(bericht.dagtekening, maanden), eerste_dag(self.venster.eind)
        )

    def stuur_afgekeurd(
        self,
        soort: str,
        gemeente: str,
        agb: str,
        dagtekening: date,
        inhoud: object,
        codes: tuple[str, ...],
        in_header: bool = False,
    ) -> date:
        """Send a message that the other side refuses, and the retour; return the retour's date."""
        bericht = self.stuur(soort, gemeente, agb, dagtekening, inhoud)
        return self._stuur_retour(bericht, Retour(bericht, codes, in_header))

    def _stuur_retour(self, bericht: Bericht, retour: "Retour") -> date:
        """Send a retour within three working days (OP090), if that is before the end."""
        dag = werkdag(bericht.dagtekening + timedelta(days=self._rng.randint(1, 3)))
        if dag <= self.venster.eind:
            self.stuur(RETOUR_VAN[bericht.soort], bericht.gemeente, bericht.agb, dag, retour)
        return dag

    def stuur_goed(
        self,
        soort: str,
        gemeente: str,
        agb: str,
        dagtekening: date,
        inhoud: object,
        bederf: "Bederf | None" = None,
    ) -> Bericht:
        """Send a message that counts and its retour, sometimes after a try that does not.

        Args:
            soort: the message kind.
            gemeente: one party.
            agb: the other party.
            dagtekening: the day of the first try.
            inhoud: what the writer needs.
            bederf: a fault to put in a first try, which is stopped at the door.

        Returns:
            The message that counted; its dagtekening is later after a first try.
        """
        if bederf is not None and self.kan_herstellen(dagtekening):
            fout_inhoud = bederf.maak(inhoud)
            self.stuur(soort, gemeente, agb, dagtekening, fout_inhoud, bederf.regel_code)
            dagtekening = werkdag(dagtekening + timedelta(days=self._rng.randint(2, 8)))
        bericht = self.stuur(soort, gemeente, agb, dagtekening, inhoud)
        self._stuur_retour(bericht, Retour(bericht, (), True))
        return bericht

    def kan_herstellen(self, dagtekening: date, dagen: int = 25) -> bool:
        """Return whether a fault on that day can still be repaired before the end."""
        return dagtekening + timedelta(days=dagen) <= self.venster.eind


class Retour:
    """What a retour says of a message: the codes, and whether they stand in the header."""

    __slots__ = ("bericht", "codes", "in_header")

    def __init__(self, bericht: Bericht, codes: tuple[str, ...], in_header: bool) -> None:
        """Keep the answered message; no codes means accepted."""
        self.bericht = bericht
        self.codes = codes
        self.in_header = in_header


class Bederf:
    """A way to spoil a message, and the rule that must notice it."""

    __slots__ = ("maak", "regel_code")

    def __init__(self, regel_code: str, maak: Callable[[object], object]) -> None:
        """``maak`` turns the good content into the spoilt content."""
        self.regel_code = regel_code
        self.maak = maak
