"""Mutations of one value: what lies on and beyond the edge of its type."""

from collections.abc import Callable
from random import Random

from fuzz.boom import RELEASE, Knoop
from fuzz.opmaak import escape
from fuzz.waarden import make_tekst
from schemas.ijw.standaard import EnkelvoudigType, read_standaard

_GETALLEN = (
    "0", "00", "-0", "+0", "+1", "-1", "007", "1.0", "1.", ".5", "1e3", "0x1F", "1_000", "1,000",
    "1 2", "- 1", "--1", "+-1", "9" * 25, "-" + "9" * 25, "9" * 400, "0" * 40 + "1", "∞", "NaN",
    "9223372036854775807", "9223372036854775808", "18446744073709551616", "²", "½", "一", "1\u2009",
    "\u00a01", "1\u200b", "\ufeff1", "1-", "1+", "0b1", "true", "1.00", "1" + "0" * 24,
)  # fmt: skip
_DATUMS = (
    "0000-01-01", "0001-01-01", "-0001-01-01", "10000-01-01", "99999-12-31", "02025-01-01",
    "2025-02-29", "2024-02-29", "2100-02-29", "2000-02-29", "0000-02-29", "-0004-02-29",
    "2025-13-01", "2025-00-10", "2025-01-00", "2025-04-31", "2025-12-32", "2025-1-1", "25-01-01",
    "+2025-01-01", "2025-01-01Z", "2025-01-01+01:00", "2025-01-01-05:00", "2025-01-01-0500",
    "2025-01-01T00:00:00", "2025-01-01\u2009", "2025-01-01\u00a0", "２０２５-01-01",
    "٢٠٢٥-٠١-٠١", "2025/01/01", "20250101", "2025\u201001\u201001", "292277026597-01-01",
    "-292277026597-01-01", "2025-01-0१", "2025-01", "2025", "--01-01", "2025-W01-1", "2025-001",
    "9999-12-31", "10000-02-29", "12000-02-29", "2025-01-01+", "2025-01-01-", "9999999999-01-01",
    "0099-01-01", "1582-10-10", "2025-01-01+14", "2025-01-1", "2025-1-01", "2025-01-011",
)  # fmt: skip
_TIJDEN = (
    "24:00:00", "24:00:01", "24:00:00.000", "24:00:00.1", "23:59:60", "00:00:00.0", "12:00:00.",
    "12:00:00.123456789", "12:00:00." + "0" * 40 + "1", "12:00", "1:00:00", "12:00:00Z", "12:0:00",
    "12:00:00+01:00", "12:00:00-01:00", "-12:00:00", "12:60:00", "25:00:00", "１２:00:00", "120000",
    "12:00:00,5", "012:00:00", "12:00:000", "12:00:00 PM", "T12:00:00", "12:00:99", "00:00:60",
    "12:00:59.9999999", "12.00.00", "12:00:59." + "9" * 40, "23:59:59." + "9" * 15,
)  # fmt: skip
_TEKSTEN = (
    "", " ", "\n", "\t", "\r", "\u00a0", "\u2028", "\u2009", "\x85", "\u200b", "\ufeff", "\x7f",
    "\ufffd", "\u0130", "\u017f", "\u212a", "ß", "Ω", "=1+1", "-", "a\nb", "a\tb", "a\r\nb",
    " x", "x ", "x\n", ".", " . ", "\n.\n", "e\u0301", "\U0001f600", "\u0660\u0661\u0662\u0663",
    "À", "×", "÷", "ỳ", "ỷ", "Ỵ", "ÿ", "[", "`", "@", "z{", "0", "null", "None", "\\", "\\N", "NA",
)  # fmt: skip
_RAUW = (
    "&amp;", "&lt;", "&gt;", "&quot;", "&apos;", "&#65;", "&#x41;", "&#X41;", "&#0;", "&#xD800;",
    "&#xFFFE;", "&#xFFFF;", "&#x110000;", "&#13;", "&#xA;", "&#9;", "&#32;", "&#x85;", "&weg;", "&",
    "&;", "&#;", "&amp", "<![CDATA[x]]>", "<![CDATA[]]>", "<![CDATA[ ]]>", "]]>", "]]", "<!-- -->",
    "<!-- -- -->", "<!--->", "<?a?>", "<?xml version='1.0'?>", "<?xml?>", "<b/>", "<b>1</b>", "<",
    ">", "</b>", "<!DOCTYPE a>", "\x00", "\x01", "\x0b", "\x1f", "\ufffe", "\uffff", "\ud800",
    "\udfff", "&#48;", "&#x0030;", "&#00000000000048;", "&#4294967344;", "<![cdata[x]]>",
    "<![CDATA[<]]>", "<![CDATA[&amp;]]>", "<!ENTITY a 'b'>", "<!>", "<! -->", "\u0661", "\r\n",
)  # fmt: skip
_CIJFERS = ("٠١٢٣٤٥٦٧٨٩", "०१२३४५६७८९", "０１２３４５６７８９", "𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_WIT = (" ", "\n", "\t", "\r", "  ", "\r\n", "\u00a0", "\u2009", "\u3000", "\x85", "\u2028")

_LENGTE_MARGE = (-1, 0, 1)

Verandering = Callable[[Random, str, EnkelvoudigType], str]


def list_randwaarden(enkelvoudig: EnkelvoudigType) -> list[str]:
    """Return every odd way in which a value of a type may be written, escapes included."""
    lengtes = {int(grens) for grens in (enkelvoudig.min_lengte, enkelvoudig.max_lengte) if grens}
    waarden = [int(grens) for grens in (enkelvoudig.min_waarde, enkelvoudig.max_waarde) if grens]
    teksten = (*_GETALLEN, *_DATUMS, *_TIJDEN, *_TEKSTEN, *enkelvoudig.waarden)
    op_lengte = [
        teken * max(0, lengte + marge)
        for lengte in lengtes
        for marge in _LENGTE_MARGE
        for teken in ("7", "a", " ", "\U0001f600", "e\u0301", "&")
    ]
    in_bereik = [str(grens + marge) for grens in waarden for marge in _LENGTE_MARGE]
    om_code = [
        vorm
        for code in enkelvoudig.waarden[:3]
        for vorm in (f"{code}\n", f" {code}", code + code, code.swapcase(), code[:-1], f"{code}0")
    ]
    gewoon = [escape(tekst) for tekst in (*teksten, *op_lengte, *in_bereik, *om_code)]
    return list(dict.fromkeys([*gewoon, *_RAUW, *(f"1{rauw}" for rauw in _RAUW)]))


def mutate_waarde(rng: Random, boom: Knoop) -> str:
    """Change the value of one leaf of a message and return what was done."""
    blad = rng.choice([knoop for knoop in boom.iter_alle() if knoop.is_blad])
    assert blad.element is not None
    enkelvoudig = read_standaard(RELEASE).typen[blad.element.type]
    keuze = rng.random()
    if keuze < 0.1:
        blad.rauw = _herschrijf(rng, blad.waarde)
        return "herschrijf"
    if keuze < 0.25:
        stuk = rng.choice(_RAUW)
        plaats = rng.randrange(len(blad.waarde) + 1)
        oud = "" if rng.random() < 0.3 else blad.waarde
        blad.rauw = escape(oud[:plaats]) + stuk + escape(oud[plaats:])
        return "rauw"
    verandering = rng.choice(_VERANDERINGEN)
    blad.waarde = verandering(rng, blad.waarde, enkelvoudig)
    blad.rauw = blad.waarde.replace("&", "&amp;").replace("<", "&lt;").replace("]]>", "]]&gt;")
    if rng.random() < 0.5:
        blad.rauw = blad.rauw.replace("\r", "&#13;")
    return verandering.__name__.lstrip("_")


def _herschrijf(rng: Random, waarde: str) -> str:
    """Return the same value in other words of XML."""
    plaats = rng.randrange(len(waarde) + 1)
    voor, na = waarde[:plaats], waarde[plaats:]
    match rng.randrange(4):
        case 0 if "]]>" not in na:
            return f"{escape(voor)}<![CDATA[{na}]]>"
        case 1:
            return f"{escape(voor)}<!-- x -->{escape(na)}"
        case 2:
            return f"{escape(voor)}<?x?>{escape(na)}"
    return escape(voor) + "".join(f"&#x{ord(teken):x};" for teken in na)


def _kies_rand(rng: Random, waarde: str, enkelvoudig: EnkelvoudigType) -> str:
    match enkelvoudig.basis:
        case "integer":
            grens = int(rng.choice((enkelvoudig.min_waarde, enkelvoudig.max_waarde)))
            beide = (str(grens + rng.choice((-1, 0, 1))), "0" * rng.randrange(1, 9) + waarde)
            return rng.choice((*beide, *rng.choices(_GETALLEN, k=6)))
        case "date":
            return rng.choice(_DATUMS)
        case "time":
            return rng.choice(_TIJDEN)
    return rng.choice(_TEKSTEN)


def _kies_andere_soort(rng: Random, _waarde: str, _enkelvoudig: EnkelvoudigType) -> str:
    return rng.choice(rng.choice((_GETALLEN, _DATUMS, _TIJDEN, _TEKSTEN)))


def _kies_lengte(rng: Random, waarde: str, enkelvoudig: EnkelvoudigType) -> str:
    grens = int(rng.choice((enkelvoudig.min_lengte, enkelvoudig.max_lengte)) or 1)
    lengte = max(0, grens + rng.choice((-1, 0, 1, 1)))
    match rng.randrange(4):
        case 0:
            return "\U0001f600" * lengte
        case 1:
            return (waarde * (lengte + 1))[:lengte]
        case 2:
            return "e\u0301" * lengte
    return make_tekst(rng, lengte) if lengte else ""


def _vertaal_cijfers(rng: Random, waarde: str, _enkelvoudig: EnkelvoudigType) -> str:
    cijfers = rng.choice(_CIJFERS)
    if rng.random() < 0.5:
        return "".join(cijfers[int(t)] if t in "0123456789" else t for t in waarde)
    plaats = rng.randrange(10)
    return waarde.replace(str(plaats), cijfers[plaats], 1)


def _zet_wit(rng: Random, waarde: str, _enkelvoudig: EnkelvoudigType) -> str:
    wit = rng.choice(_WIT)
    plaats = rng.choice((0, len(waarde), rng.randrange(len(waarde) + 1)))
    return waarde[:plaats] + wit + waarde[plaats:]


def _wissel_hoofdletters(_rng: Random, waarde: str, _enkelvoudig: EnkelvoudigType) -> str:
    return waarde.swapcase()


def _verander_teken(rng: Random, waarde: str, _enkelvoudig: EnkelvoudigType) -> str:
    plaats = rng.randrange(len(waarde) + 1)
    teken = rng.choice(("", "0", "9", "a", "Z", "-", ".", ":", "+", "é", "\u0301", "_", "O", "l"))
    return waarde[:plaats] + teken + waarde[plaats + rng.randrange(2) :]


def _herhaal(rng: Random, waarde: str, _enkelvoudig: EnkelvoudigType) -> str:
    return waarde * rng.choice((0, 2, 3, 50))


_VERANDERINGEN: tuple[Verandering, ...] = (
    _kies_rand, _kies_rand, _kies_rand, _kies_andere_soort, _kies_lengte, _kies_lengte,
    _vertaal_cijfers, _zet_wit, _zet_wit, _wissel_hoofdletters, _verander_teken, _herhaal,
)  # fmt: skip
