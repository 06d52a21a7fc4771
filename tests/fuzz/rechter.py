"""The judge: what lxml with the XSD of the standard says of a message, apart from our reader."""

import re
from enum import Enum

from lxml import etree

from schemas.ijw.standaard import read_standaard
from schemas.ijw.xsd import xml_schema

_XSI = "{http://www.w3.org/2001/XMLSchema-instance}"
_HINTS = (f"{_XSI}schemaLocation", f"{_XSI}noNamespaceSchemaLocation")
_VERKLAARD = re.compile(r"\ufeff?<\?xml\s[^>]*?encoding\s*=\s*[\"'](?!utf-?8[\"'])", re.IGNORECASE)
_DATUM = re.compile(r"(?!0000)[0-9]{4}-[0-9]{2}-[0-9]{2}")


class Oordeel(Enum):
    """What became of a message: not readable as safe UTF-8 XML, or judged by its schema."""

    ONLEESBAAR = "onleesbaar"
    ONGELDIG = "ongeldig"
    GELDIG = "geldig"


def judge(inhoud: bytes, release: str = "3_2") -> Oordeel:
    """Return what the schema says of a message.

    Not UTF-8, or anything that looks like a DOCTYPE, is refused before a parser sees it: a NUL
    makes libxml2 guess UTF-16. A byte order mark would hide that another encoding is declared.
    """
    try:
        tekst = inhoud.decode("utf-8")
    except UnicodeDecodeError:
        return Oordeel.ONLEESBAAR
    if "\x00" in tekst or "<!DOCTYPE" in tekst or "<!ENTITY" in tekst:
        return Oordeel.ONLEESBAAR
    if _VERKLAARD.match(tekst):
        return Oordeel.ONLEESBAAR
    try:
        root = etree.fromstring(inhoud, _parser())
    except (etree.XMLSyntaxError, ValueError):
        return Oordeel.ONLEESBAAR
    return Oordeel.GELDIG if _is_geldig(root, release) else Oordeel.ONGELDIG


def has_vreemde_datum(inhoud: bytes, release: str = "3_2") -> bool:
    """Return whether a valid message has a date that XSD allows but no calendar of ours holds."""
    standaard = read_standaard(release)
    namen = {
        element.naam
        for klassen in standaard.klassen.values()
        for elementen in klassen.values()
        for element in elementen
        if element.type in standaard.typen and standaard.typen[element.type].basis == "date"
    }
    teksten = (
        "".join(element.itertext()).strip()
        for element in etree.fromstring(inhoud, _parser()).iter(etree.Element)
        if etree.QName(element).localname in namen
    )
    return not all(_DATUM.fullmatch(tekst) for tekst in teksten)


def _parser() -> etree.XMLParser:
    # An xml:id that is no name is left to the schema, which allows no attribute at all.
    return etree.XMLParser(
        resolve_entities=False, load_dtd=False, no_network=True, collect_ids=False
    )


def _is_geldig(root: etree._Element, release: str) -> bool:
    standaard = read_standaard(release)
    namespace = etree.QName(root).namespace
    for bericht in standaard.berichten:
        if namespace == standaard.namespace(bericht):
            # libxml2 would open the file that a hint names.
            for element in root.iter(etree.Element):
                for hint in _HINTS:
                    element.attrib.pop(hint, None)
            return xml_schema(release, bericht).validate(root)
    return False
