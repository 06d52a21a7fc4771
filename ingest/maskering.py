"""Masking: digits in a file name that may be a bsn are covered before the name is kept."""

import re
import unicodedata

LENGTE_BSN = 9
_GEWICHTEN = (9, 8, 7, 6, 5, 4, 3, 2, -1)
_CIJFERREEKS = re.compile(rf"\d{{{LENGTE_BSN},}}")
_GEDEELD = re.compile(r"(?<![\d])\d+(?:[ ._/-]\d+)+(?![\d])")


def is_bsn(cijfers: str) -> bool:
    """Return whether nine digits pass the elfproef of a burgerservicenummer."""
    if len(cijfers) != LENGTE_BSN or not (cijfers.isascii() and cijfers.isdigit()):
        return False
    som = sum(gewicht * int(cijfer) for gewicht, cijfer in zip(_GEWICHTEN, cijfers, strict=True))
    return som % 11 == 0 and cijfers != "0" * LENGTE_BSN


def mask_bsn(naam: str) -> str:
    """Return the name with every digit run that passes for a bsn replaced by crosses.

    Runs of nine or more digits are searched at every position; nine digits parted by single
    dots, spaces, hyphens, underscores or slashes count as one run, and digits of other scripts
    as those they stand for. An AGB code (eight digits) stays readable.
    """
    gewoon = naam if naam.isascii() else "".join(map(_to_ascii_cijfer, naam))
    return _CIJFERREEKS.sub(_mask_reeks, _GEDEELD.sub(_mask_gedeeld, gewoon))


def has_bsn(waarde: str) -> bool:
    """Return whether a text holds something that passes for a bsn."""
    return mask_bsn(waarde) != waarde


def _to_ascii_cijfer(teken: str) -> str:
    waarde = unicodedata.digit(teken, None)
    return teken if waarde is None else str(waarde)


def _mask_gedeeld(match: re.Match[str]) -> str:
    cijfers = re.sub(r"\D", "", match.group())
    return re.sub(r"\d", "x", match.group()) if is_bsn(cijfers) else match.group()


def _mask_reeks(match: re.Match[str]) -> str:
    reeks = match.group()
    covered: set[int] = set()
    for start in range(len(reeks) - LENGTE_BSN + 1):
        if is_bsn(reeks[start : start + LENGTE_BSN]):
            covered.update(range(start, start + LENGTE_BSN))
    return "".join("x" if plaats in covered else cijfer for plaats, cijfer in enumerate(reeks))
