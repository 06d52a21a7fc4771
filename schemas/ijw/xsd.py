"""The XSD of every message, built in memory from the tables of a release."""

from functools import cache
from threading import local

from lxml import etree

from schemas.ijw.patroon import escape_patroon
from schemas.ijw.standaard import BASISSCHEMA, Element, EnkelvoudigType, Standaard, read_standaard

_XS = "http://www.w3.org/2001/XMLSchema"
_BASIS = "ijw"
_BERICHT = "bericht"
_per_thread = local()


class _Resolver(etree.Resolver):
    """Gives the basisschema to the import statement of a message schema."""

    def __init__(self, basisschema: bytes) -> None:
        self._basisschema = basisschema

    def resolve(self, system_url: str, public_id: str, context: object) -> object:  # type: ignore[override]
        return self.resolve_string(self._basisschema, context)  # type: ignore[call-arg]


def xml_schema(release: str, bericht: str) -> etree.XMLSchema:
    """Return the compiled schema of a message, one per thread.

    An ``XMLSchema`` keeps the errors of its last validation, so threads cannot share one.

    Raises:
        KeyError: the release has no such message.
    """
    if not hasattr(_per_thread, "gebouwd"):
        _per_thread.gebouwd = {}
    gebouwd: dict[tuple[Standaard, str], etree.XMLSchema] = _per_thread.gebouwd
    sleutel = read_standaard(release), bericht
    if sleutel not in gebouwd:
        parser = etree.XMLParser(no_network=True, resolve_entities=False)
        parser.resolvers.add(_Resolver(build_basisschema(release)))
        gebouwd[sleutel] = etree.XMLSchema(
            etree.fromstring(build_berichtschema(release, bericht), parser)
        )
    return gebouwd[sleutel]


def build_basisschema(release: str) -> bytes:
    """Return the XSD of the shared types of a release."""
    return _build_basisschema(read_standaard(release))


def build_berichtschema(release: str, bericht: str) -> bytes:
    """Return the XSD of one message; it imports the basisschema of the release.

    Raises:
        KeyError: the release has no such message.
    """
    return _build_berichtschema(read_standaard(release), bericht)


@cache
def _build_basisschema(standaard: Standaard) -> bytes:
    namespace = standaard.namespace(BASISSCHEMA)
    schema = _schema(namespace, {_BASIS: namespace})
    for enkelvoudig in standaard.typen.values():
        schema.append(_simple_type(enkelvoudig))
    for naam, elementen in standaard.klassen[BASISSCHEMA].items():
        schema.append(_complex_type(naam, elementen, standaard))
    return etree.tostring(schema)


@cache
def _build_berichtschema(standaard: Standaard, bericht: str) -> bytes:
    klassen = standaard.klassen[standaard.berichten[bericht].bericht]
    namespace, basis = standaard.namespace(bericht), standaard.namespace(BASISSCHEMA)
    schema = _schema(namespace, {_BASIS: basis, _BERICHT: namespace})
    schema.append(_node("import", namespace=basis, schemaLocation="basisschema.xsd"))
    schema.append(_node("element", name="Bericht", type=f"{_BERICHT}:Root"))
    for naam, elementen in klassen.items():
        schema.append(_complex_type(naam, elementen, standaard))
    return etree.tostring(schema)


def _node(naam: str, *kinderen: etree._Element, **attributen: str) -> etree._Element:
    node = etree.Element(f"{{{_XS}}}{naam}", attributen)
    node.extend(kinderen)
    return node


def _schema(namespace: str, prefixes: dict[str, str]) -> etree._Element:
    return etree.Element(
        f"{{{_XS}}}schema",
        {"targetNamespace": namespace, "elementFormDefault": "qualified"},
        nsmap={"xs": _XS, **prefixes},
    )


def _simple_type(enkelvoudig: EnkelvoudigType) -> etree._Element:
    facetten = (
        ("minLength", enkelvoudig.min_lengte),
        ("maxLength", enkelvoudig.max_lengte),
        ("minInclusive", enkelvoudig.min_waarde),
        ("maxInclusive", enkelvoudig.max_waarde),
        ("pattern", escape_patroon(enkelvoudig.patroon)),
        *(("enumeration", waarde) for waarde in enkelvoudig.waarden),
    )
    nodes = (_node(facet, value=waarde) for facet, waarde in facetten if waarde)
    restriction = _node("restriction", *nodes, base=f"xs:{enkelvoudig.basis}")
    return _node("simpleType", restriction, name=enkelvoudig.naam)


def _complex_type(
    naam: str, elementen: tuple[Element, ...], standaard: Standaard
) -> etree._Element:
    nodes = (_element(element, standaard) for element in elementen)
    return _node("complexType", _node("sequence", *nodes), name=naam)


def _element(element: Element, standaard: Standaard) -> etree._Element:
    gedeeld = element.type in standaard.typen or element.type in standaard.klassen[BASISSCHEMA]
    type_naam = f"{_BASIS if gedeeld else _BERICHT}:{element.type}"
    maximum = "unbounded" if element.maximum is None else str(element.maximum)
    node = _node("element", name=element.naam, minOccurs=str(element.minimum), maxOccurs=maximum)
    if element.extra_patroon:
        # A pattern in a derived step holds beside the pattern of the base; two patterns in one
        # step would be alternatives.
        patroon = _node("pattern", value=escape_patroon(element.extra_patroon))
        node.append(_node("simpleType", _node("restriction", patroon, base=type_naam)))
    else:
        node.set("type", type_naam)
    return node
