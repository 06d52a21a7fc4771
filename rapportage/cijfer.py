"""A published figure with its status, and the few sums and comparisons a report may make."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

WAARDE: Final = "waarde"
ONDERDRUKT: Final = "onderdrukt"
ONTBREEKT: Final = "ontbreekt"
NVT: Final = "nvt"
STATUSSEN: Final = (WAARDE, ONDERDRUKT, ONTBREEKT, NVT)

Getal = int | float | Decimal


@dataclass(frozen=True)
class Cijfer:
    """One figure: a number only when the status is ``waarde``, else the reason why not.

    ``onder`` is set for a suppressed count of youths: the number is known to be below it.
    """

    waarde: Getal | None
    status: str
    onder: int | None = None

    @classmethod
    def read(cls, waarde: Getal | None, status: str | None, onder: int | None = None) -> "Cijfer":
        """Return the figure as published; a number under another status is never kept."""
        if status is None:
            status = ONTBREEKT if waarde is None else WAARDE
        if status not in STATUSSEN:
            raise ValueError(f"onbekende status van een cijfer: {status}")
        if status != WAARDE:
            return cls(None, status, onder if status == ONDERDRUKT else None)
        return cls(waarde, WAARDE if waarde is not None else ONTBREEKT)

    @property
    def getal(self) -> Decimal | None:
        """The number, exact, or None."""
        return None if self.waarde is None else Decimal(str(self.waarde))


ONTBREKEND: Final = Cijfer(None, ONTBREEKT)
NIET_VAN_TOEPASSING: Final = Cijfer(None, NVT)


def cumulate(cijfers: Iterable[Cijfer]) -> list[Cijfer]:
    """Return running sums; from the first figure without a value on there is no sum.

    A sum that leaves a suppressed or missing part out would be wrong, so it takes over
    the status of that part instead.
    """
    sommen: list[Cijfer] = []
    som, status = Decimal(0), WAARDE
    for cijfer in cijfers:
        if status == WAARDE and cijfer.status != WAARDE:
            status = cijfer.status
        if status == WAARDE:
            som += cijfer.getal or Decimal(0)
        sommen.append(Cijfer(som, WAARDE) if status == WAARDE else Cijfer(None, status))
    return sommen


def total(cijfers: Iterable[Cijfer]) -> Cijfer:
    """Return the sum of all figures, or the status of the first one without a value."""
    sommen = cumulate(cijfers)
    return sommen[-1] if sommen else ONTBREKEND


def change_percentage(nu: Cijfer, eerder: Cijfer) -> Decimal | None:
    """Return the change from ``eerder`` to ``nu`` in percents, or None without two values."""
    if nu.getal is None or eerder.getal is None or eerder.getal == 0:
        return None
    return (nu.getal - eerder.getal) / eerder.getal * 100
