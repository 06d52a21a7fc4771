"""The XSD of every message, built in memory from the tables of a release."""

from functools import cache
from threading import local

from lxml import etree
from lxml.builder import ElementMaker

from schemas.ijw.standaard import BASISSCHEMA, Element, EnkelvoudigType, Standaard, read_standaard

_XS = "http://www.w3.org/2001/XMLSchema"
_BASIS = "ijw"
_BERICHT = "bericht"
_E = ElementMaker(namespace=_XS, nsmap={"xs": _XS})
_per_thread = local()


class _Resolver(etree.Resolver):
    """Gives the basisschema to the import statement of a message schema."""

    def __init__(self, basisschema: bytes) -> None:
        self._basisschema = basisschema

    def resolve(self, system_url: str, public_id: str, context: object) -> object:
        return self.resolve_string(self._basisschema, context)


def xml_schema(release: str, bericht: str) -> etree.XMLSchema:
    """Return the compiled schema of a message, one per thread.

    An ``XMLSchema`` keeps the errors of its last validation, so threads cannot share one.

    Raises:
        KeyError: the release has no such message.
    """
    gebouwd: dict[tuple[str, str], etree.XMLSchema] = _per_thread.__dict__
    sleutel = (release, bericht)
    if sleutel not in gebouwd:
        parser = etree.XMLParser(no_network=True, resolve_entities=False)
        parser.resolvers.add(_Resolver(build_basisschema(release)))
        gebouwd[sleutel] = etree.XMLSchema(
            etree.fromstring(build_berichtschema(release, bericht), parser)
        )
    return gebouwd[sleutel]


@cache
def build_basisschema(release: str) -> bytes:
    """Return the XSD of the shared types of a release."""
    standaard = read_standaard(release)
    namespace = standaard.namespace(BASISSCHEMA)
    schema = _schema(namespace, {_BASIS: namespace})
    for enkelvoudig in standaard.typen.values():
        schema.append(_simple_type(enkelvoudig))
    for naam, elementen in standaard.klassen[BASISSCHEMA].items():
        schema.append(_complex_type(naam, elementen, standaard))
    return etree.tostring(schema)


@cache
def build_berichtschema(release: str, bericht: str) -> bytes:
    """Return the XSD of one message; it imports the basisschema of the release.

    Raises:
        KeyError: the release has no such message.
    """
    standaard = read_standaard(release)
    klassen = standaard.klassen[standaard.berichten[bericht].bericht]
    namespace, basis = standaard.namespace(bericht), standaard.namespace(BASISSCHEMA)
    schema = _schema(namespace, {_BASIS: basis, _BERICHT: namespace})
    schema.append(_E("import", namespace=basis, schemaLocation="basisschema.xsd"))
    schema.append(_E.element(name="Bericht", type=f"{_BERICHT}:Root"))
    for naam, elementen in klassen.items():
        schema.append(_complex_type(naam, elementen, standaard))
    return etree.tostring(schema)


def _schema(namespace: str, prefixes: dict[str, str]) -> etree._Element:
    return etree.Element(
        f"{{{_XS}}}schema",
        {"targetNamespace": namespace, "elementFormDefault": "qualified"},
        nsmap={"xs": _XS, **prefixes},
    )


def _simple_type(enkelvoudig: EnkelvoudigType) -> etree._Element:
    restriction = _E.restriction(base=f"xs:{enkelvoudig.basis}")
    facetten = (
        ("minLength", enkelvoudig.min_lengte),
        ("maxLength", enkelvoudig.max_lengte),
        ("minInclusive", enkelvoudig.min_waarde),
        ("maxInclusive", enkelvoudig.max_waarde),
        ("pattern", enkelvoudig.patroon),
        *(("enumeration", waarde) for waarde in enkelvoudig.waarden),
    )
    for facet, waarde in facetten:
        if waarde:
            restriction.append(_E(facet, value=waarde))
    return _E.simpleType(restriction, name=enkelvoudig.naam)


def _complex_type(
    naam: str, elementen: tuple[Element, ...], standaard: Standaard
) -> etree._Element:
    sequence = _E.sequence()
    for element in elementen:
        gedeeld = element.type in standaard.typen or element.type in standaard.klassen[BASISSCHEMA]
        type_naam = f"{_BASIS if gedeeld else _BERICHT}:{element.type}"
        maximum = "unbounded" if element.maximum is None else str(element.maximum)
        node = _E.element(name=element.naam, minOccurs=str(element.minimum), maxOccurs=maximum)
        if element.extra_patroon:
            # A pattern in a derived step holds beside the pattern of the base; two patterns in
            # one step would be alternatives.
            node.append(
                _E.simpleType(
                    _E.restriction(_E.pattern(value=element.extra_patroon), base=type_naam)
                )
            )
        else:
            node.set("type", type_naam)
        sequence.append(node)
    return _E.complexType(sequence, name=naam)
