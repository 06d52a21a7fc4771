"""Safe parsing: everything that is refused before or while the XML is read."""

import re
from threading import local
from typing import cast

from lxml import etree

_UTF8_BOM = b"\xef\xbb\xbf"
_VREEMDE_CODERING = (
    b"\xff\xfe",  # UTF-16 and UTF-32, little endian
    b"\xfe\xff",  # UTF-16, big endian
    b"\x00",  # UTF-16 or UTF-32 without byte order mark
    b"<\x00",
    b"\x4c\x6f\xa7\x94",  # EBCDIC
)
_DECLARATIE = re.compile(rb"\s*<\?xml\s[^>]*?encoding\s*=\s*[\"']([^\"']*)[\"']")
# XML knows these in capitals only: in any other form they are not well-formed.
_DOCTYPE = (b"<!DOCTYPE", b"<!ENTITY")
_XSI = "{http://www.w3.org/2001/XMLSchema-instance}"
_per_thread = local()


class OnleesbaarBericht(Exception):
    """A message that cannot be read; carries a rule code and a line, never a value."""

    def __init__(self, regel_code: str, regel: int | None = None, toelichting: str = "") -> None:
        """Keep the rule, the line and what else may be said about it."""
        super().__init__(regel_code)
        self.regel_code = regel_code
        self.regel = regel
        self.toelichting = toelichting


def parse_bericht(inhoud: bytes) -> etree._Element:
    """Return the root of a message, without comments, processing instructions or hints.

    Raises:
        OnleesbaarBericht: empty (B001), not UTF-8 (B012), with a DOCTYPE (B011), no XML (B010).
    """
    check_bytes(inhoud)
    try:
        root = etree.fromstring(inhoud, _parser())
    except etree.XMLSyntaxError as error:
        # The text of the error may quote the message.
        raise OnleesbaarBericht("B010", error.lineno) from None
    if b"chemaLocation" in inhoud:
        _remove_schema_hints(root)
    return root


def check_bytes(inhoud: bytes) -> None:
    """Check what must be known before a parser may see the bytes.

    Raises:
        OnleesbaarBericht: empty, not UTF-8, or with a DOCTYPE.
    """
    if not inhoud.strip():
        raise OnleesbaarBericht("B001")
    if inhoud.startswith(_VREEMDE_CODERING):
        raise OnleesbaarBericht("B012")
    declaratie = _DECLARATIE.match(inhoud.removeprefix(_UTF8_BOM))
    if declaratie and declaratie.group(1).lower() not in (b"utf-8", b"utf8"):
        raise OnleesbaarBericht("B012")
    try:
        inhoud.decode("utf-8")
    except UnicodeDecodeError as error:
        regel = inhoud.count(b"\n", 0, error.start) + 1
        raise OnleesbaarBericht("B012", regel) from None
    if any(begin in inhoud for begin in _DOCTYPE):
        raise OnleesbaarBericht("B011")


def has_byte_order_mark(inhoud: bytes) -> bool:
    """Return whether the message begins with the byte order mark of UTF-8."""
    return inhoud.startswith(_UTF8_BOM)


def sourceline(element: etree._Element) -> int:
    """Return the line on which an element begins, as far as libxml2 counts; 0 when not known."""
    return cast("int | None", element.sourceline) or 0


def _parser() -> etree.XMLParser:
    """Return the parser of this thread; the schema never hangs on it (that may crash libxml2)."""
    if not hasattr(_per_thread, "parser"):
        _per_thread.parser = etree.XMLParser(
            encoding="utf-8",
            resolve_entities=False,
            load_dtd=False,
            no_network=True,
            huge_tree=False,
            remove_comments=True,
            remove_pis=True,
            collect_ids=False,
        )
    parser: etree.XMLParser = _per_thread.parser
    return parser


def _remove_schema_hints(root: etree._Element) -> None:
    """Remove ``xsi:schemaLocation``: libxml2 would open whatever file it names."""
    for element in root.iter():
        for naam in ("schemaLocation", "noNamespaceSchemaLocation"):
            element.attrib.pop(f"{_XSI}{naam}", "")
