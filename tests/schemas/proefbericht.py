"""A message of any kind with every element that the standard allows, made from its tables."""

from lxml import etree

from schemas.ijw.standaard import BASISSCHEMA, Element, EnkelvoudigType, Standaard

_NIET_LEEG = ".*[^\\s].*"
_PASSEND = {
    "[0-9]{4}": "0995",
    "[0-9]{8}": "99000001",
    "[0-9A-Z]{8}": "9900A001",
    "[0-9]{9}": "999900006",
    "[0-9]*": "0201234567",
    "([a-zA-ZÀ-ỳ])+": "Éa",
    "([a-zA-Z0-9])+": "D2505",
    "(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)": "1.0.10",
}


def make_bericht(standaard: Standaard, bericht: str, *, vol: bool = True) -> etree._Element:
    """Return a valid message; without ``vol`` it has only what must be there."""
    root = etree.Element(f"{{{standaard.namespace(bericht)}}}Bericht")
    _fill(root, standaard, bericht, "Root", vol)
    return root


def make_waarde(enkelvoudig: EnkelvoudigType, extra_patroon: str = "") -> str:
    """Return a valid value of a type."""
    if extra_patroon:
        return _PASSEND.get(extra_patroon, extra_patroon)
    if enkelvoudig.waarden:
        return enkelvoudig.waarden[0]
    if enkelvoudig.basis == "integer":
        return enkelvoudig.max_waarde
    if enkelvoudig.basis != "string":
        return {"date": "2025-02-28", "time": "09:30:00"}[enkelvoudig.basis]
    return _PASSEND.get(enkelvoudig.patroon, "x")


def list_foute_waarden(enkelvoudig: EnkelvoudigType, extra_patroon: str = "") -> list[str]:
    """Return values that break one facet of a type each, or the fixed value of an element."""
    goed = make_waarde(enkelvoudig, extra_patroon)
    if enkelvoudig.basis == "integer":
        te_groot = str(int(enkelvoudig.max_waarde) + 1)
        te_klein = str(int(enkelvoudig.min_waarde) - 1)
        fout = ["", "x", "1.5", "1e3", "٣", te_groot, te_klein]
    elif enkelvoudig.basis == "date":
        fout = ["", "x", "2025-02-30", "2025-2-1", "28-02-2025", "2025-02-28Z", "2025-02-28+01:00"]
    elif enkelvoudig.basis == "time":
        fout = ["", "x", "09:30", "25:00:00", "09:30:00Z", "09:30:00+01:00", "09:30:00-01:00"]
    elif enkelvoudig.waarden:
        fout = ["", "?", f" {goed}", f"{goed} ", f"{goed}0"]
    else:
        fout = _list_foute_teksten(enkelvoudig, goed)
    if extra_patroon:
        fout += ["-1", "9" * len(goed)] if extra_patroon == goed else ["D-2505", "D 2505"]
    return fout


def _list_foute_teksten(enkelvoudig: EnkelvoudigType, goed: str) -> list[str]:
    fout = [""] if enkelvoudig.min_lengte else []
    if enkelvoudig.max_lengte:
        fout.append(goed[0] * (int(enkelvoudig.max_lengte) + 1))
    if enkelvoudig.patroon in (_NIET_LEEG, "([.\\s]*\\S+[.\\s]*)+"):
        fout += [" ", "\n"]
    elif enkelvoudig.patroon:
        fout += [f"{goed[:-1]}?", f"{goed[:-1]} "]
        # A digit in another script is a letter to a pattern with a range up to ỳ.
        fout += [f"{goed[:-1]}٣"] if "[0-9]" in enkelvoudig.patroon else []
    return fout


def list_randwaarden(enkelvoudig: EnkelvoudigType, extra_patroon: str = "") -> list[str]:
    """Return values that a type just allows."""
    if extra_patroon:
        return [make_waarde(enkelvoudig, extra_patroon)]
    if enkelvoudig.waarden:
        return list(enkelvoudig.waarden)
    if enkelvoudig.basis == "integer":
        return [enkelvoudig.min_waarde, enkelvoudig.max_waarde, "+1", "007"]
    if enkelvoudig.patroon in ("", _NIET_LEEG) and enkelvoudig.max_lengte:
        return ["é", "x" * int(enkelvoudig.max_lengte)]
    return [make_waarde(enkelvoudig)]


def child_elements(standaard: Standaard, bericht: str, klasse: str) -> tuple[str, list[Element]]:
    """Return whose namespace the children of a class have, and the children."""
    eigen = standaard.klassen[bericht].get(klasse)
    if eigen is not None:
        return standaard.namespace(bericht), list(eigen)
    return standaard.namespace(BASISSCHEMA), list(standaard.klassen[BASISSCHEMA].get(klasse, ()))


def _fill(
    ouder: etree._Element, standaard: Standaard, bericht: str, klasse: str, vol: bool
) -> None:
    namespace, elementen = child_elements(standaard, bericht, klasse)
    for element in elementen:
        for _ in range(element.minimum if not vol else min(element.maximum or 2, 2)):
            node = etree.SubElement(ouder, f"{{{namespace}}}{element.naam}")
            if element.type in standaard.typen:
                node.text = make_waarde(standaard.typen[element.type], element.extra_patroon)
            else:
                _fill(node, standaard, bericht, element.type, vol)
