"""Patterns of the standard as libxml2 must have them to mean what XSD says."""

import re

_KOPPELTEKEN_ACHTERAAN = re.compile(r"(?<!\\)-(?=\])")


def escape_patroon(patroon: str) -> str:
    """Return an equal pattern that libxml2 reads as XSD does.

    In ``[^Z+-]`` the last hyphen is an ordinary character. libxml2 takes it out of the negation,
    so that a time with zone -01:00 would pass; with a backslash before it both agree.
    """
    return _KOPPELTEKEN_ACHTERAAN.sub(r"\\-", patroon)
