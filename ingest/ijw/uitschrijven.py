"""Writing a valid tree out in plain form: no comments, no CDATA, one prefix per namespace.

Every element stays on the line where it stood, so that a finding can still point at it.
"""

from collections.abc import Iterator
from xml.sax.saxutils import escape

from lxml import etree

from ingest.ijw.soort import Soort
from ingest.ijw.veilig import sourceline
from schemas.ijw.standaard import BASISSCHEMA, EnkelvoudigType, Standaard, read_standaard
from schemas.ijw.vlak import child_elements

# What XSD may have put around a date or number.
_WIT = " \t\r\n"
# A time to the nanosecond; XSD has no end of digits.
_LENGTE_TIJD = len("00:00:00.000000000")


def write_plain(root: etree._Element, soort: Soort) -> bytes:
    """Return a message that passed its schema in plain form, in UTF-8."""
    standaard = read_standaard(soort.release)
    schrijver = _Schrijver(standaard, soort.bericht)
    return "".join(schrijver.iter_delen(root)).encode()


class _Schrijver:
    def __init__(self, standaard: Standaard, bericht: str) -> None:
        self._standaard = standaard
        self._bericht = bericht
        basis = standaard.namespace(BASISSCHEMA)
        self._namespaces = {standaard.namespace(bericht): "m", basis: "b"}
        self._regel = 1

    def iter_delen(self, root: etree._Element) -> Iterator[str]:
        yield from self._to_line(root)
        hints = "".join(f' xmlns:{prefix}="{naam}"' for naam, prefix in self._namespaces.items())
        yield f"<m:Bericht{hints}>"
        yield from self._iter_kinderen(root, ())
        yield "</m:Bericht>"

    def _iter_kinderen(self, ouder: etree._Element, pad: tuple[str, ...]) -> Iterator[str]:
        elementen = {
            element.naam: element.type
            for element in child_elements(self._standaard, self._bericht, pad)
        }
        for kind in ouder:
            naam = etree.QName(kind)
            tag = f"{self._namespaces[naam.namespace or '']}:{naam.localname}"
            enkelvoudig = self._standaard.typen.get(elementen[naam.localname])
            yield from self._to_line(kind)
            yield f"<{tag}>"
            if enkelvoudig is None:
                yield from self._iter_kinderen(kind, (*pad, naam.localname))
            else:
                tekst = _write_tekst(enkelvoudig, kind.text or "")
                self._regel += tekst.count("\n")
                yield tekst
            yield f"</{tag}>"

    def _to_line(self, element: etree._Element) -> Iterator[str]:
        achter = sourceline(element) - self._regel
        if achter > 0:
            self._regel += achter
            yield "\n" * achter


def _write_tekst(enkelvoudig: EnkelvoudigType, tekst: str) -> str:
    if enkelvoudig.basis == "string":
        # A carriage return can only be written as a reference; a line feed is as long.
        return escape(tekst).replace("\r", "\n")
    kaal = tekst.strip(_WIT)
    if enkelvoudig.basis == "integer":
        # XSD allows a sign and leading zeros; XSD has bounded the value, Python bounds the length.
        return str(int(kaal.lstrip("+-").lstrip("0") or "0"))
    if enkelvoudig.basis == "time":
        return kaal[:_LENGTE_TIJD]
    return escape(kaal)
