"""Dutch number formats, and the words for a figure that is not a number."""

from collections.abc import Callable
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from babel.dates import format_date
from babel.numbers import format_decimal

from rapportage.cijfer import NVT, ONDERDRUKT, ONTBREEKT, Cijfer, Getal

LOCALE = "nl_NL"
VAST = "\u00a0"  # a space that does not break
MILJOEN = 1_000_000

STATUS_TEKST = {ONDERDRUKT: "afgeschermd", ONTBREEKT: "ontbreekt", NVT: "n.v.t."}


def format_aantal(getal: Getal, decimalen: int = 0) -> str:
    """Return a number as ``1.234,5``; halves are rounded away from zero."""
    stap = Decimal(1).scaleb(-decimalen)
    afgerond = Decimal(str(getal)).quantize(stap, rounding=ROUND_HALF_UP)
    if afgerond == 0:
        afgerond = abs(afgerond)
    patroon = "#,##0" + ("." + "0" * decimalen if decimalen else "")
    return format_decimal(afgerond, patroon, locale=LOCALE).replace("-", "−")


def format_decimaal(getal: Getal) -> str:
    """Return a number with one decimal: ``79,3``."""
    return format_aantal(getal, 1)


def format_euro(getal: Getal) -> str:
    """Return an amount in whole euros: ``€ 1.234.568``."""
    return _with_euro(format_aantal(getal))


def format_euro_kort(getal: Getal) -> str:
    """Return an amount as it is read aloud: ``€ 1,2 mln``, below a million in whole euros."""
    if abs(Decimal(str(getal))) < MILJOEN:
        return format_euro(getal)
    return _with_euro(format_decimaal(Decimal(str(getal)) / MILJOEN) + f"{VAST}mln")


def format_hooguit_een_decimaal(getal: Getal) -> str:
    """Return a number with a decimal only when it is not whole: ``42`` or ``42,5``."""
    rond = Decimal(str(getal)).quantize(Decimal("0.1"), rounding=ROUND_HALF_UP)
    return format_aantal(rond, 0 if rond == rond.to_integral_value() else 1)


def format_percentage(getal: Getal) -> str:
    """Return a percentage with one decimal: ``3,2%``."""
    return f"{format_decimaal(getal)}%"


def format_geheel_percentage(getal: Getal) -> str:
    """Return a percentage without decimals: ``67%``."""
    return f"{format_aantal(getal)}%"


def format_datum(datum: date) -> str:
    """Return a date in full: ``31 december 2025``."""
    return format_date(datum, "d MMMM y", locale=LOCALE)


def format_datum_kort(datum: date) -> str:
    """Return a date in short, on one line: ``31 dec 2025``."""
    return format_date(datum, "d LLL y", locale=LOCALE).replace(" ", VAST)


def format_maand(datum: date) -> str:
    """Return the month of a date: ``dec``."""
    return format_date(datum, "LLL", locale=LOCALE)


def format_maand_voluit(datum: date) -> str:
    """Return the month of a date in full: ``december``."""
    return format_date(datum, "LLLL", locale=LOCALE)


OPMAAK: dict[str, Callable[[Getal], str]] = {
    "aantal": format_aantal,
    "decimaal": format_decimaal,
    "euro": format_euro,
    "euro_kort": format_euro_kort,
    "percentage": format_percentage,
    "geheel_percentage": format_geheel_percentage,
    "dagen": format_hooguit_een_decimaal,
    "decimaal_of_geheel": format_hooguit_een_decimaal,
}


def show(cijfer: Cijfer, soort: str) -> str:
    """Return a figure as text: the number in the format of ``soort``, or why there is none.

    A suppressed count of youths reads ``<10``; any other suppressed figure reads
    ``afgeschermd``, because its own size is unknown.
    """
    if cijfer.waarde is not None:
        return OPMAAK[soort](cijfer.waarde)
    if cijfer.onder is not None:
        return f"<{cijfer.onder}"
    return STATUS_TEKST[cijfer.status]


def _with_euro(tekst: str) -> str:
    if tekst.startswith("−"):
        return f"−€{VAST}{tekst[1:]}"
    return f"€{VAST}{tekst}"
