"""A report quarter: how it is written, its months, and the quarters it is compared with."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Self

_CODE = re.compile(r"(\d{4})-K([1-4])")
_RANGTELWOORD = {1: "eerste", 2: "tweede", 3: "derde", 4: "vierde"}


class OnbekendKwartaal(ValueError):
    """The quarter asked for is misspelled, or the release has no figures for it."""

    def __init__(self, kwartaal: str, uitleg: str, beschikbaar: Sequence[str]) -> None:
        """Say what is wrong (``wat``) and which quarters can be asked for instead (``advies``)."""
        self.wat = f"Kwartaal '{kwartaal}' {uitleg}"
        self.advies = (
            f"Beschikbaar: {', '.join(beschikbaar)}."
            if beschikbaar
            else "Deze release bevat nog geen kwartaal: lees eerst berichten in (regiobeeld run)."
        )
        super().__init__(f"{self.wat} {self.advies}")


@dataclass(frozen=True, order=True)
class Kwartaal:
    """A calendar quarter, written as ``2025-K4``."""

    jaar: int
    nummer: int

    @classmethod
    def parse(cls, code: str) -> Self:
        """Return the quarter written as ``JJJJ-Kn``.

        Raises:
            ValueError: the code has another form.
        """
        match = _CODE.fullmatch(code)
        if not match:
            raise ValueError(f"geen kwartaal: {code}")
        return cls(int(match[1]), int(match[2]))

    @classmethod
    def of_datum(cls, datum: date) -> Self:
        """Return the quarter that a day is in."""
        return cls(datum.year, (datum.month + 2) // 3)

    @property
    def code(self) -> str:
        """The quarter as the published tables write it."""
        return f"{self.jaar}-K{self.nummer}"

    @property
    def voluit(self) -> str:
        """The quarter in words: ``vierde kwartaal 2025``."""
        return f"{_RANGTELWOORD[self.nummer]} kwartaal {self.jaar}"

    @property
    def maanden(self) -> tuple[date, ...]:
        """First days of the three months of the quarter."""
        return tuple(date(self.jaar, self.nummer * 3 - terug, 1) for terug in (2, 1, 0))

    @property
    def maanden_tot_en_met(self) -> tuple[date, ...]:
        """First days of the months from January up to the end of the quarter."""
        return tuple(date(self.jaar, maand, 1) for maand in range(1, self.nummer * 3 + 1))

    @property
    def jaar_eerder(self) -> "Kwartaal":
        """The same quarter of the year before."""
        return Kwartaal(self.jaar - 1, self.nummer)

    def reeks(self, aantal: int) -> tuple["Kwartaal", ...]:
        """Return the last ``aantal`` quarters up to and including this one, oldest first."""
        laatste = self.jaar * 4 + self.nummer - 1
        volgnummers = range(laatste - aantal + 1, laatste + 1)
        return tuple(Kwartaal(nummer // 4, nummer % 4 + 1) for nummer in volgnummers)


def choose_kwartaal(code: str, beschikbaar: Sequence[str]) -> Kwartaal:
    """Return the quarter asked for, when the release has figures for it.

    Raises:
        OnbekendKwartaal: wrong form, or not among the available quarters.
    """
    try:
        kwartaal = Kwartaal.parse(code.strip().upper())
    except ValueError:
        uitleg = "is geen kwartaal. Schrijf een jaar en een kwartaal, zoals 2025-K4."
        raise OnbekendKwartaal(code, uitleg, beschikbaar) from None
    if kwartaal.code not in beschikbaar:
        raise OnbekendKwartaal(code, "heeft geen cijfers in deze release.", beschikbaar)
    return kwartaal
