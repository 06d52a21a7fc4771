"""Whether a text is a valid value of a simple type, for messages that failed their schema."""

import re
from collections.abc import Callable
from datetime import date, time

from schemas.ijw.standaard import EnkelvoudigType


def is_geldig(enkelvoudig: EnkelvoudigType, tekst: str) -> bool:
    """Return True when ``tekst`` satisfies every facet of the type.

    Stricter than XSD: dates, times and integers only in their plain form.
    """
    if enkelvoudig.patroon and not re.fullmatch(enkelvoudig.patroon, tekst):
        return False
    if enkelvoudig.waarden and tekst not in enkelvoudig.waarden:
        return False
    if enkelvoudig.min_lengte and len(tekst) < int(enkelvoudig.min_lengte):
        return False
    if enkelvoudig.max_lengte and len(tekst) > int(enkelvoudig.max_lengte):
        return False
    return _is_basis(enkelvoudig, tekst)


def _is_basis(enkelvoudig: EnkelvoudigType, tekst: str) -> bool:
    if enkelvoudig.basis == "date":
        return _parses(date.fromisoformat, r"[0-9]{4}-[0-9]{2}-[0-9]{2}", tekst)
    if enkelvoudig.basis == "time":
        return _parses(time.fromisoformat, r"[0-9]{2}:[0-9]{2}:[0-9]{2}", tekst)
    if enkelvoudig.basis == "integer":
        if not re.fullmatch(r"[0-9]{1,18}", tekst):
            return False
        return int(enkelvoudig.min_waarde) <= int(tekst) <= int(enkelvoudig.max_waarde)
    return True


def _parses(parse: Callable[[str], object], vorm: str, tekst: str) -> bool:
    if not re.fullmatch(vorm, tekst):
        return False
    try:
        parse(tekst)
    except ValueError:
        return False
    return True
