"""Random valid values of the simple types, with a liking for their edges."""

import string
from calendar import monthrange
from collections.abc import Callable
from functools import cache
from random import Random

from ingest.maskering import is_bsn
from schemas.ijw.standaard import Element, EnkelvoudigType

ZONDER_GRENS = 60
"""Longest text of a type that the standard leaves unbounded."""

_LETTERS = string.ascii_letters + "ÀÉïöüñÿĲłỳ"
_TEKENS = (
    _LETTERS + string.digits + "-.,'\"&<>()/=+@;:_%#]\N{NO-BREAK SPACE}"
    "\N{GREEK SMALL LETTER OMEGA}\N{CYRILLIC SMALL LETTER ZHE}\N{ARABIC LETTER BEH}"
    "\N{ARABIC-INDIC DIGIT THREE}\N{CJK UNIFIED IDEOGRAPH-4E2D}\N{COMBINING ACUTE ACCENT}"
    "\N{THIN SPACE}\N{ZERO WIDTH SPACE}\N{GRINNING FACE}\N{MATHEMATICAL BOLD CAPITAL A}\x85\x7f"
)
_MET_SPATIE = _TEKENS + "    "
_WIT = " \t\n"
_BSN = "LDT_BurgerServicenummer"
_BSNS = tuple(bsn for bsn in map(str, range(999900000, 999901000)) if is_bsn(bsn))
_JAREN = (1, 4, 400, 1899, 1900, 2000, 2004, 2100, 9996, 9999)

Maker = Callable[[Random, int], str]


def make_waarde(rng: Random, enkelvoudig: EnkelvoudigType, element: Element) -> str:
    """Return a valid value, not escaped.

    Raises:
        KeyError: a pattern that the standard did not have before; add it to ``_PATRONEN``.
    """
    if enkelvoudig.waarden:
        return rng.choice(enkelvoudig.waarden)
    if element.extra_patroon.isdecimal():
        return element.extra_patroon
    if enkelvoudig.basis == "integer":
        return _make_getal(rng, int(enkelvoudig.min_waarde), int(enkelvoudig.max_waarde))
    if enkelvoudig.basis == "date":
        return make_datum(rng)
    if enkelvoudig.basis == "time":
        return make_tijd(rng)
    if enkelvoudig.naam == _BSN and rng.random() < 0.8:
        return rng.choice(_BSNS)
    maker = _PATRONEN[element.extra_patroon or enkelvoudig.patroon]
    return maker(rng, _kies_lengte(rng, enkelvoudig))


def make_datum(rng: Random) -> str:
    """Return a date, mostly of these years, sometimes far away or a leap day."""
    jaar = rng.choice(_JAREN) if rng.random() < 0.05 else rng.randrange(1990, 2026)
    maand = rng.choice((2, 12)) if rng.random() < 0.2 else rng.randrange(1, 13)
    laatste = monthrange(jaar, maand)[1]
    dag = laatste if rng.random() < 0.2 else rng.randrange(1, laatste + 1)
    return f"{jaar:04}-{maand:02}-{dag:02}"


def make_tijd(rng: Random) -> str:
    """Return a time in whole seconds, sometimes an edge of the day."""
    if rng.random() < 0.1:
        return rng.choice(("00:00:00", "23:59:59", "12:00:00"))
    return f"{rng.randrange(24):02}:{rng.randrange(60):02}:{rng.randrange(60):02}"


def make_tekst(rng: Random, lengte: int) -> str:
    """Return a text on one line with something that is not white space."""
    tekst = "".join(rng.choices(_MET_SPATIE, k=lengte))
    return tekst if tekst.strip(_WIT) else rng.choice(_LETTERS) + tekst[1:]


def _make_getal(rng: Random, laagste: int, hoogste: int) -> str:
    if rng.random() < 0.15:
        return str(rng.choice((laagste, laagste + 1, hoogste - 1, hoogste)))
    return str(rng.randrange(laagste, min(hoogste, 10 ** rng.randrange(1, 9)) + 1))


def _kies_lengte(rng: Random, enkelvoudig: EnkelvoudigType) -> int:
    kortste, langste = _lengtes(enkelvoudig)
    keuze = rng.random()
    if keuze < 0.1:
        return langste
    if keuze < 0.2:
        return kortste
    return rng.randrange(kortste, min(langste, kortste + 14) + 1)


@cache
def _lengtes(enkelvoudig: EnkelvoudigType) -> tuple[int, int]:
    return int(enkelvoudig.min_lengte or 1), int(enkelvoudig.max_lengte or ZONDER_GRENS)


def _make_regels(rng: Random, lengte: int) -> str:
    """Return a text that may have line ends and tabs."""
    tekst = make_tekst(rng, lengte)
    if lengte < 3 or rng.random() < 0.7:
        return tekst
    plaats = rng.randrange(1, lengte)
    nieuw = tekst[:plaats] + rng.choice(_WIT) + tekst[plaats + 1 :]
    return nieuw if nieuw.strip(_WIT) else tekst


def _make_alles(rng: Random, lengte: int) -> str:
    """Return any text at all, white space alone included."""
    return rng.choice(_WIT) * lengte if rng.random() < 0.05 else _make_regels(rng, lengte)


def _cijfers(aantal: int | None = None) -> Maker:
    def make(rng: Random, lengte: int) -> str:
        return "".join(rng.choices(string.digits, k=aantal or lengte))

    return make


def _uit(tekens: str) -> Maker:
    def make(rng: Random, lengte: int) -> str:
        return "".join(rng.choices(tekens, k=lengte))

    return make


def _make_versie(rng: Random, _lengte: int) -> str:
    return ".".join(str(rng.choice((0, 0, 1, 2, 10, 123456789012))) for _ in range(3))


_PATRONEN: dict[str, Maker] = {
    "": _make_alles,
    "[0-9]*": _cijfers(),
    "[0-9]{4}": _cijfers(4),
    "[0-9]{8}": _cijfers(8),
    "[0-9]{9}": _cijfers(9),
    r".*[^\s].*": make_tekst,
    r"([.\s]*\S+[.\s]*)+": _make_regels,
    "([a-zA-ZÀ-ỳ])+": _uit(_LETTERS.replace("Ĳ", "ĳ")),
    "([a-zA-Z0-9])+": _uit(string.ascii_letters + string.digits),
    r"(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)": _make_versie,
}
