"""Where something stands in a message: line and element path, without any value."""

from typing import cast

from lxml import etree

from schemas.ijw.standaard import Standaard

# libxml2 keeps no higher line number for elements.
_HOOGSTE_REGEL = 65535
ONBEKEND = "(onbekend element)"


def local_name(element: etree._Element) -> str:
    """Return the name of an element without its namespace."""
    return str(etree.QName(element).localname)


def describe_plaats(standaard: Standaard, bericht: str, element: etree._Element) -> str:
    """Return line and path of an element, such as ``regel 12: Client/StartProduct[2]``.

    A name that the standard does not know is left out: a sender may put anything in it.
    """
    bekend = standaard.element_namen(bericht)
    stappen = []
    huidig: etree._Element | None = element
    while huidig is not None:
        stappen.append(_describe_stap(huidig, bekend))
        huidig = huidig.getparent()
    pad = "/".join(reversed(stappen))
    return f"{describe_regel(cast('int | None', element.sourceline))}{pad}"


def describe_regel(regel: int | None) -> str:
    """Return ``regel N: ``, or nothing when the line is not known."""
    return f"regel {regel}: " if regel and regel < _HOOGSTE_REGEL else ""


def path_of(element: etree._Element) -> str:
    """Return the path below the root by local names, without positions."""
    namen = [local_name(element), *(local_name(ouder) for ouder in element.iterancestors())]
    return "/".join(reversed(namen[:-1]))


def find_by_error_path(root: etree._Element, pad: str | None) -> etree._Element | None:
    """Return the element at a path as libxml2 reports it, whatever prefixes the message uses."""
    stappen = (pad or "").strip("/").split("/")[1:]
    huidig = root
    for stap in stappen:
        naam, _, rest = stap.partition("[")
        volgnummer = int(rest.rstrip("]")) if rest else 1
        lokaal = naam.rpartition(":")[2]
        gelijk = huidig.iterchildren("*" if lokaal == "*" else f"{{*}}{lokaal}")
        kind = next((kind for nummer, kind in enumerate(gelijk, 1) if nummer == volgnummer), None)
        if kind is None:
            return None
        huidig = kind
    return huidig


def _describe_stap(element: etree._Element, bekend: frozenset[str]) -> str:
    naam = local_name(element)
    if naam not in bekend:
        return ONBEKEND
    ouder = element.getparent()
    if ouder is None or sum(1 for _ in ouder.iterchildren(element.tag)) == 1:
        return naam
    return f"{naam}[{sum(1 for _ in element.itersiblings(element.tag, preceding=True)) + 1}]"
