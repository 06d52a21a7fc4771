"""Periods and dates as suppliers write them."""

import re
from datetime import date, datetime

_KWARTAAL = (
    re.compile(r"(?P<jaar>\d{4})\s*[-/ ]?\s*[kq]\s*(?P<deel>\d)"),
    re.compile(r"[kq]\s*(?P<deel>\d)\s*[-/ ]?\s*(?P<jaar>\d{4})"),
    re.compile(r"(?P<deel>\d)\s*e\s*kwartaal\s*(van\s*)?(?P<jaar>\d{4})"),
    re.compile(r"kwartaal\s*(?P<deel>\d)\s*[-/, ]?\s*(?P<jaar>\d{4})"),
)
_HALFJAAR = (
    re.compile(r"(?P<jaar>\d{4})\s*[-/ ]?\s*h\s*(?P<deel>\d)"),
    re.compile(r"h\s*(?P<deel>\d)\s*[-/ ]?\s*(?P<jaar>\d{4})"),
    re.compile(r"(?P<deel>\d)\s*e\s*halfjaar\s*(van\s*)?(?P<jaar>\d{4})"),
)
_DATUM = (
    re.compile(r"(?P<dag>\d{1,2})[-/.](?P<maand>\d{1,2})[-/.](?P<jaar>\d{4})"),
    re.compile(r"(?P<jaar>\d{4})-(?P<maand>\d{2})-(?P<dag>\d{2})([T ]00:00(:00(\.0+)?)?)?"),
)
EERSTE_JAAR, LAATSTE_JAAR = 1990, 2100


class GeenPeriode(ValueError):
    """The text is no period, or a period that does not exist."""


def parse_kwartaal(tekst: str) -> str:
    """Return a quarter as ``2025-K4``.

    Raises:
        GeenPeriode: not a quarter, or one that does not exist (K5).
    """
    return _parse_deel(tekst, _KWARTAAL, "K", 4)


def parse_halfjaar(tekst: str) -> str:
    """Return a half year as ``2025-H2``.

    Raises:
        GeenPeriode: not a half year, or one that does not exist.
    """
    return _parse_deel(tekst, _HALFJAAR, "H", 2)


def parse_jaar(jaar: int) -> int:
    """Return a year between 1990 and 2100.

    Raises:
        GeenPeriode: any other number.
    """
    if not EERSTE_JAAR <= jaar <= LAATSTE_JAAR:
        raise GeenPeriode
    return jaar


def parse_datum(waarde: object) -> date:
    """Return a cell of a workbook or a text such as ``31-12-2025`` as a date.

    Raises:
        GeenPeriode: no date, or a day that does not exist.
    """
    if isinstance(waarde, datetime):
        waarde = waarde.date()
    if isinstance(waarde, date):
        parse_jaar(waarde.year)
        return waarde
    for patroon in _DATUM:
        match = patroon.fullmatch(str(waarde).strip())
        if match:
            jaar, maand, dag = (int(match[deel]) for deel in ("jaar", "maand", "dag"))
            try:
                return date(parse_jaar(jaar), maand, dag)
            except ValueError as error:
                raise GeenPeriode from error
    raise GeenPeriode


def last_day_of_kwartaal(kwartaal: str) -> date:
    """Return the last day of a quarter written as ``2025-K4``."""
    jaar, nummer = int(kwartaal[:4]), int(kwartaal[-1])
    return date(jaar, nummer * 3, 30 if nummer in (2, 3) else 31)


def _parse_deel(tekst: str, patronen: tuple[re.Pattern[str], ...], letter: str, aantal: int) -> str:
    for patroon in patronen:
        match = patroon.fullmatch(tekst.strip().casefold())
        if match and 1 <= int(match["deel"]) <= aantal:
            return f"{parse_jaar(int(match['jaar']))}-{letter}{int(match['deel'])}"
    raise GeenPeriode
