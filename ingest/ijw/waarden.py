"""The texts of one kind of element as values: checked against their type, then converted.

Only plain forms pass: what XSD allows beyond them (a plus sign, a year of five digits, white
space around a date) is no fault, but is left to lxml to judge and to write out plainly.
"""

import re
from collections.abc import Callable
from datetime import date
from functools import cache, lru_cache

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from schemas.ijw.standaard import EnkelvoudigType

Fout = npt.NDArray[np.bool_]
_VERWIJZINGEN = (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&apos;", "'"), ("&amp;", "&"))
_DATUM = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
# With more digits libxml2 rounds 59.999... to 60, which is no second.
_TIJD = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\.[0-9]{1,9})?|24:00:00(\.0{1,9})?")
_HOOGSTE_LENGTE_GETAL = 18
_ALLES = re.compile(r"\.\*\[\^\\s\]\.\*")


def read_waarden(
    enkelvoudig: EnkelvoudigType, extra_patroon: str, teksten: pa.StringArray
) -> tuple[pa.Array, Fout | None]:
    """Return the values of these texts, and which of them are not in plain form (None: none).

    Strings stay strings, dates become ``date32``, integers ``int64`` and times text; where one
    is not in plain form the values mean nothing.
    """
    lezen = _LEZERS[enkelvoudig.basis]
    return lezen(enkelvoudig, extra_patroon, teksten)


def _read_tekst(
    enkelvoudig: EnkelvoudigType, extra_patroon: str, teksten: pa.StringArray
) -> tuple[pa.Array, Fout | None]:
    teksten = _decode_verwijzingen(teksten)
    if enkelvoudig.waarden and not extra_patroon and not enkelvoudig.patroon:
        return teksten, _where_false(pc.is_in(teksten, pa.array(enkelvoudig.waarden)))
    # Line ends become one line feed in an XML parser; that is left to one.
    goed = pc.invert(pc.match_substring(teksten, "\r"))
    if enkelvoudig.min_lengte or enkelvoudig.max_lengte:
        lengte = pc.utf8_length(teksten)
        goed = pc.and_(goed, pc.greater_equal(lengte, int(enkelvoudig.min_lengte or 0)))
        if enkelvoudig.max_lengte:
            goed = pc.and_(goed, pc.less_equal(lengte, int(enkelvoudig.max_lengte)))
    if enkelvoudig.waarden:
        goed = pc.and_(goed, pc.is_in(teksten, pa.array(enkelvoudig.waarden)))
    for patroon in filter(None, (enkelvoudig.patroon, extra_patroon)):
        goed = pc.and_(goed, _match_patroon(patroon, teksten))
    return teksten, _where_false(goed)


def _read_getal(
    enkelvoudig: EnkelvoudigType, extra_patroon: str, teksten: pa.StringArray
) -> tuple[pa.Array, Fout | None]:
    goed = pc.and_(
        pc.ascii_is_decimal(teksten),
        pc.less_equal(pc.binary_length(teksten), _HOOGSTE_LENGTE_GETAL),
    )
    for patroon in filter(None, (enkelvoudig.patroon, extra_patroon)):
        goed = pc.and_(goed, _match_patroon(patroon, teksten))
    fout = _where_false(goed)
    if fout is not None:
        return teksten, fout
    getallen = teksten.cast(pa.int64())
    goed = pc.and_(
        pc.greater_equal(getallen, int(enkelvoudig.min_waarde)),
        pc.less_equal(getallen, int(enkelvoudig.max_waarde)),
    )
    return getallen, _where_false(goed)


def _read_datum(
    enkelvoudig: EnkelvoudigType, extra_patroon: str, teksten: pa.StringArray
) -> tuple[pa.Array, Fout | None]:
    return _read_verschillende(
        teksten, _to_datum, (enkelvoudig.patroon, extra_patroon), pa.date32()
    )


def _read_tijd(
    enkelvoudig: EnkelvoudigType, extra_patroon: str, teksten: pa.StringArray
) -> tuple[pa.Array, Fout | None]:
    patronen = (enkelvoudig.patroon, extra_patroon)
    return _read_verschillende(teksten, _to_tijd, patronen, pa.string())


_LEZERS: dict[
    str,
    Callable[[EnkelvoudigType, str, pa.StringArray], tuple[pa.Array, Fout | None]],
] = {
    "string": _read_tekst,
    "integer": _read_getal,
    "date": _read_datum,
    "time": _read_tijd,
}


def _read_verschillende(
    teksten: pa.StringArray,
    omzetten: Callable[[str], object],
    patronen: tuple[str, ...],
    soort: pa.DataType,
) -> tuple[pa.Array, Fout | None]:
    """Convert every different text once: a month has few different dates."""
    verschillend = teksten.dictionary_encode()
    gelezen = pa.array(map(omzetten, verschillend.dictionary.to_pylist()), soort)
    goed = gelezen.is_valid()
    for patroon in filter(None, patronen):
        goed = pc.and_(goed, _match_patroon(patroon, verschillend.dictionary))
    return gelezen.take(verschillend.indices), _where_false(goed.take(verschillend.indices))


@lru_cache(maxsize=50_000)
def _to_datum(tekst: str) -> date | None:
    if not _DATUM.fullmatch(tekst):
        return None
    try:
        return date.fromisoformat(tekst)
    except ValueError:
        return None


def _to_tijd(tekst: str) -> str | None:
    if not _TIJD.fullmatch(tekst):
        return None
    # In XSD 24:00:00 is the first moment of the day, as text it would be the last.
    return "00:00:00" if tekst.startswith("24") else tekst


def _match_patroon(patroon: str, teksten: pa.StringArray) -> pa.BooleanArray:
    if _ALLES.fullmatch(patroon):
        # The pattern of most texts, on one line and not blank, without an expression.
        return pc.and_(
            pc.invert(pc.match_substring(teksten, "\n")),
            pc.greater(pc.utf8_length(pc.utf8_trim(teksten, " \t")), 0),
        )
    return pc.match_substring_regex(teksten, _to_re2(patroon))


@cache
def _to_re2(patroon: str) -> str:
    """Return an XSD pattern for RE2: the whole text, and no class may mean less than in XSD."""
    return rf"\A(?:{patroon})\z"


def _decode_verwijzingen(teksten: pa.StringArray) -> pa.StringArray:
    if not pc.any(pc.match_substring(teksten, "&")).as_py():
        return teksten
    for verwijzing, teken in _VERWIJZINGEN:
        teksten = pc.replace_substring(teksten, verwijzing, teken)
    return teksten


def _where_false(goed: pa.BooleanArray) -> Fout | None:
    if pc.all(goed, min_count=0).as_py():
        return None
    return ~goed.to_numpy(zero_copy_only=False)
