"""Numbers as people and programs write them, to exact decimals."""

import re
from decimal import ROUND_HALF_UP, Decimal

_DUIZENDTALLEN_NL = re.compile(r"-?[1-9]\d{0,2}(\.\d{3})+(,\d+)?")
_DUIZENDTALLEN_EN = re.compile(r"-?[1-9]\d{0,2}(,\d{3})+(\.\d+)?")
_GEWOON = re.compile(r"-?\d+([.,]\d+)?")
_OPMAAK = re.compile(r"[€%\s\u00a0\u202f]")
_CENT = Decimal("0.01")


class GeenGetal(ValueError):
    """The text is not a number; the message never quotes it."""


def parse_getal(waarde: object, is_nederlands: bool) -> Decimal:
    """Return a cell as an exact decimal.

    Args:
        waarde: a number from a workbook, or a text such as ``€ 1.234,50``.
        is_nederlands: whether ``1.234`` means a thousand.

    Raises:
        GeenGetal: anything else.
    """
    if isinstance(waarde, bool):
        raise GeenGetal
    if isinstance(waarde, int):
        return Decimal(waarde)
    if isinstance(waarde, float):
        # repr gives the shortest text that means this float: what was typed.
        getal = Decimal(repr(waarde))
        if not getal.is_finite():
            raise GeenGetal
        return getal
    if not isinstance(waarde, str):
        raise GeenGetal
    tekst = _OPMAAK.sub("", waarde).replace("\u2212", "-")
    if tekst.endswith("-") or tekst.endswith(",-"):
        tekst = tekst.removesuffix("-").removesuffix(",")
    duizendtallen = _DUIZENDTALLEN_NL if is_nederlands else _DUIZENDTALLEN_EN
    if duizendtallen.fullmatch(tekst):
        teken, komma = (".", ",") if is_nederlands else (",", ".")
        return Decimal(tekst.replace(teken, "").replace(komma, "."))
    if _GEWOON.fullmatch(tekst):
        return Decimal(tekst.replace(",", "."))
    raise GeenGetal


def to_eurocent(euro: Decimal, is_tekst: bool) -> int:
    """Return euros as whole cents.

    A formula in a workbook may leave fractions of a cent: they are rounded half up. A text with
    more than two decimals is refused, for nobody can say what it means.

    Raises:
        GeenGetal: a text with fractions of a cent.
    """
    rond = euro.quantize(_CENT, ROUND_HALF_UP)
    if is_tekst and rond != euro:
        raise GeenGetal
    return int(rond * 100)


def round_heel(getal: Decimal) -> int:
    """Return the nearest whole number, halves up."""
    return int(getal.quantize(Decimal(1), ROUND_HALF_UP))
