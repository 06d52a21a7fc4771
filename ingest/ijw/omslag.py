"""The beginning of a message in plain form: prolog and root tag, up to the first element.

Plain means: nothing that needs an XML parser. What is not recognised here is no fault: it goes
to lxml. So every doubt is answered with None.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from ingest.ijw.soort import Soort, find_soort
from schemas.ijw.standaard import BASISSCHEMA, read_standaard

# Long enough for any prolog and root tag; what comes after it is no plain beginning.
_LANGSTE_BEGIN = 65_536
_XSI = "http://www.w3.org/2001/XMLSchema-instance"
_NAAM = rb"[A-Za-z_][A-Za-z0-9_.-]*"
_BEGIN = re.compile(
    rb"(?:\xef\xbb\xbf)?"
    rb"(?:<\?xml[ \t\r\n]+version=(?:\"1\.0\"|'1\.0')"
    rb"(?:[ \t\r\n]+encoding=(?:\"(?i:utf-8)\"|'(?i:utf-8)'))?"
    rb"(?:[ \t\r\n]+standalone=(?:\"(?:yes|no)\"|'(?:yes|no)'))?[ \t\r\n]*\?>)?[ \t\r\n]*"
    rb"<(?:(" + _NAAM + rb"):)?Bericht((?:[ \t\r\n]+(?:" + _NAAM + rb":)?" + _NAAM + rb"="
    rb"(?:\"[^\"<>&]*\"|'[^'<>&]*'))*)[ \t\r\n]*>[ \t\r\n]*(?=<)"
)
_ATTRIBUUT = re.compile(rb"(?:(" + _NAAM + rb"):)?(" + _NAAM + rb")=(?:\"([^\"]*)\"|'([^']*)')")
_GEWONE_NAMESPACE = re.compile(r"https?://[A-Za-z0-9._/-]+")
_GERESERVEERD = ("http://www.w3.org/XML/1998/namespace", "http://www.w3.org/2000/xmlns/")
# Only the five references that every parser knows.
_ANDERE_VERWIJZING = re.compile(rb"&(?!(?:amp|lt|gt|quot|apos);)")
_GEEN_TEKENS = (b"\xef\xbf\xbe", b"\xef\xbf\xbf")  # U+FFFE and U+FFFF
_BESTURING = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]")


@dataclass(frozen=True)
class Omslag:
    """What the beginning of a plain message says: its kind, its prefixes, where its body is."""

    soort: Soort
    bericht_prefix: bytes
    basis_prefix: bytes
    begin: int
    aantal_regels: int


def read_omslag(inhoud: bytes) -> Omslag | None:
    """Return the beginning of a message, or None when it is not in plain form."""
    match = _BEGIN.match(inhoud, 0, _LANGSTE_BEGIN)
    if match is None or not _has_plain_text(inhoud) or _BESTURING.search(inhoud, 0, match.end()):
        return None
    namespaces = _read_namespaces(match.group(2))
    if namespaces is None:
        return None
    bericht_prefix = match.group(1) or b""
    soort = find_soort(namespaces.get(bericht_prefix, ""))
    if soort is None:
        return None
    basis = read_standaard(soort.release).namespace(BASISSCHEMA)
    prefixen = [prefix for prefix, naam in namespaces.items() if naam == basis]
    if (
        len(prefixen) != 1
        or sum(naam == namespaces[bericht_prefix] for naam in namespaces.values()) > 1
    ):
        return None
    begin = match.end()
    return Omslag(
        soort=soort,
        bericht_prefix=bericht_prefix,
        basis_prefix=prefixen[0],
        begin=begin,
        aantal_regels=inhoud.count(b"\n", 0, begin),
    )


def _has_plain_text(inhoud: bytes) -> bool:
    """Return whether these are characters of UTF-8 that XML allows.

    Control characters are looked for here in what begins a message only, in the rest by the
    stack: for all messages at once.
    """
    if not inhoud.isascii():
        try:
            inhoud.decode("utf-8")
        except UnicodeDecodeError:
            return False
        if any(teken in inhoud for teken in _GEEN_TEKENS):
            return False
    return b"&" not in inhoud or _ANDERE_VERWIJZING.search(inhoud) is None


def _is_plain_namespace(naam: str) -> bool:
    """Return whether a parser takes this name without a word: it refuses what is no URI."""
    return _GEWONE_NAMESPACE.fullmatch(naam) is not None and naam not in _GERESERVEERD


@lru_cache(maxsize=1_000)
def _read_namespaces(attributen: bytes) -> Mapping[bytes, str] | None:
    """Return the namespaces by prefix; the only other attribute may be a hint on schemas."""
    namespaces: dict[bytes, str] = {}
    hints: list[bytes] = []
    for prefix, naam, dubbel, enkel in _ATTRIBUUT.findall(attributen):
        waarde = (dubbel or enkel).decode()
        if prefix == b"xmlns" or (not prefix and naam == b"xmlns"):
            eigen = naam if prefix else b""
            if eigen in namespaces or eigen.startswith(b"xml") or not _is_plain_namespace(waarde):
                return None
            namespaces[eigen] = waarde
        elif naam == b"schemaLocation" and prefix not in hints:
            hints.append(prefix)
        else:
            return None
    if len(hints) > 1 or any(namespaces.get(prefix) != _XSI or not prefix for prefix in hints):
        return None
    return MappingProxyType(namespaces)
