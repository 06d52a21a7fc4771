"""What an explanation of a difference holds: the two sides, and every change with its cause."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Punt:
    """One side of the comparison. ``datum`` is None for all that is known now."""

    naam: str
    datum: date | None
    release: str | None = None

    @property
    def variabelen(self) -> dict[str, str]:
        """The vars of a build at this stand."""
        return {} if self.datum is None else {"stand_datum": self.datum.isoformat()}


@dataclass(frozen=True)
class Verschil:
    """What one cause did to the cost and the use of one gemeente, zorgvorm and month of care."""

    gemeente_code: str
    zorgvorm: str
    zorgmaand: date
    oorzaak: str
    eurocent: int
    jeugdigenmaanden: int


@dataclass(frozen=True)
class Vergelijking:
    """Published cells of two releases: how many were laid beside each other, and how many not."""

    vergeleken: int
    alleen_een: int
    afwijkend: int


@dataclass(frozen=True)
class Revisie:
    """The whole difference, by cause. ``namen`` gives the Dutch name of each, in order."""

    van: Punt
    tot: Punt
    verschillen: list[Verschil]
    oorzaken: dict[str, str]
    gemeenten: dict[str, str]
    vergelijking: Vergelijking | None = None

    def sum_per_oorzaak(self, gemeente_code: str | None = None) -> dict[str, tuple[int, int]]:
        """Return (eurocent, jeugdigenmaanden) per cause, of one gemeente or of all."""
        som: dict[str, tuple[int, int]] = {}
        for verschil in self.verschillen:
            if gemeente_code in (None, verschil.gemeente_code):
                eurocent, maanden = som.get(verschil.oorzaak, (0, 0))
                som[verschil.oorzaak] = (
                    eurocent + verschil.eurocent,
                    maanden + verschil.jeugdigenmaanden,
                )
        return {oorzaak: som[oorzaak] for oorzaak in self.oorzaken if oorzaak in som}
