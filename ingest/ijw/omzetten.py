"""From text to value: dates, numbers and times of a valid message."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import lru_cache

from lxml import etree

Teksten = Sequence[str | None]


class OnleesbareWaarde(Exception):
    """XSD allows the value (a year beyond 9999, say), but no date or number can hold it."""

    def __init__(
        self,
        rij: int = 0,
        tabel: str = "",
        kolom: str = "",
        element: etree._Element | None = None,
    ) -> None:
        """Keep the row (from 0), table and column, or the element; never the value."""
        super().__init__(f"{tabel}.{kolom}")
        self.rij = rij
        self.tabel = tabel
        self.kolom = kolom
        self.element = element


def convert(basis: str, teksten: Teksten) -> list:
    """Return the values of one column; a text that is absent stays None.

    Args:
        basis: the XSD type behind the column: string, date, integer or time.
        teksten: the texts as they stand in the message.

    Raises:
        OnleesbareWaarde: with the row number (from 0) of the first text that does not fit.
    """
    omzetter = _OMZETTERS.get(basis)
    if omzetter is None:
        return list(teksten)
    try:
        return [None if tekst is None else omzetter(tekst) for tekst in teksten]
    except ValueError:
        rij = next(nummer for nummer, tekst in enumerate(teksten) if not _fits(omzetter, tekst))
        raise OnleesbareWaarde(rij) from None


def read_datum(element: etree._Element) -> date:
    """Return the date in an element of a valid message.

    Raises:
        OnleesbareWaarde: with the element.
    """
    try:
        return _to_date(element.text or "")
    except ValueError:
        raise OnleesbareWaarde(element=element) from None


@lru_cache(maxsize=50_000)
def _to_date(tekst: str) -> date:
    return date.fromisoformat(tekst.strip())


def _to_time(tekst: str) -> str:
    # In XSD 24:00:00 is the first moment of the day, as text it would be the last.
    tijd = tekst.strip()
    return "00:00:00" if tijd.startswith("24") else tijd


_OMZETTERS: dict[str, Callable[[str], object]] = {
    "date": _to_date,
    "integer": int,
    "time": _to_time,
}


def _fits(omzetter: Callable[[str], object], tekst: str | None) -> bool:
    try:
        if tekst is not None:
            omzetter(tekst)
    except ValueError:
        return False
    return True
