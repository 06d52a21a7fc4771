"""Of every message, each element out of its order, number, namespace or facets is refused.

What is tried follows from the tables of the release, so that a new message is tried too.
"""

from collections.abc import Iterator

import pytest
from lxml import etree
from proefbericht import (
    child_elements,
    list_foute_waarden,
    list_randwaarden,
    make_bericht,
)

from schemas.ijw.standaard import BASISSCHEMA, Element, Standaard, list_releases, read_standaard
from schemas.ijw.xsd import xml_schema

GEVALLEN = [
    pytest.param(release, bericht, id=f"{release}-{bericht}")
    for release in list_releases()
    for bericht in read_standaard(release).berichten
]
alle_berichten = pytest.mark.parametrize(("release", "bericht"), GEVALLEN)


def iter_plekken(
    standaard: Standaard, bericht: str, root: etree._Element
) -> Iterator[tuple[etree._Element, Element]]:
    """Yield every element below the root with what the standard says of it."""

    def walk(ouder: etree._Element, klasse: str) -> Iterator[tuple[etree._Element, Element]]:
        _, elementen = child_elements(standaard, bericht, klasse)
        per_naam = {element.naam: element for element in elementen}
        for node in list(ouder):
            element = per_naam[etree.QName(node).localname]
            yield node, element
            yield from walk(node, element.type)

    yield from walk(root, "Root")


@alle_berichten
def test_message_with_everything_and_message_with_the_least_are_valid(release, bericht):
    schema = xml_schema(release, bericht)
    for vol in (True, False):
        assert schema.validate(make_bericht(read_standaard(release), bericht, vol=vol)), (
            schema.error_log
        )


@alle_berichten
def test_element_may_be_absent_only_when_its_minimum_is_zero(release, bericht):
    standaard, schema = read_standaard(release), xml_schema(release, bericht)
    root = make_bericht(standaard, bericht)
    for node, element in iter_plekken(standaard, bericht, root):
        ouder = node.getparent()
        zelfde = ouder.findall(node.tag)
        plek = ouder.index(zelfde[0])
        for ander in zelfde:
            ouder.remove(ander)
        assert schema.validate(root) == (element.minimum == 0), element
        ouder[plek:plek] = zelfde
    assert schema.validate(root)


@alle_berichten
def test_element_may_stand_twice_only_when_its_maximum_is_more_than_one(release, bericht):
    standaard, schema = read_standaard(release), xml_schema(release, bericht)
    root = make_bericht(standaard, bericht)
    for node, element in iter_plekken(standaard, bericht, root):
        nog_een = etree.fromstring(etree.tostring(node))
        node.addnext(nog_een)
        assert schema.validate(root) == (element.maximum is None), element
        nog_een.getparent().remove(nog_een)


@alle_berichten
def test_elements_in_another_order_are_invalid(release, bericht):
    standaard, schema = read_standaard(release), xml_schema(release, bericht)
    root = make_bericht(standaard, bericht)
    for node, element in iter_plekken(standaard, bericht, root):
        volgende = node.getnext()
        if volgende is None or volgende.tag == node.tag:
            continue
        node.addprevious(volgende)
        assert not schema.validate(root), element
        node.addnext(volgende)
    assert schema.validate(root)


@alle_berichten
def test_element_with_another_name_namespace_attribute_or_text_is_invalid(release, bericht):
    standaard, schema = read_standaard(release), xml_schema(release, bericht)
    root = make_bericht(standaard, bericht)
    namespaces = {standaard.namespace(bericht), standaard.namespace(BASISSCHEMA), "urn:anders"}
    for node, element in iter_plekken(standaard, bericht, root):
        tag, naam = node.tag, etree.QName(node)
        fout = [f"{{{naam.namespace}}}Anders", naam.localname]
        fout += [f"{{{ander}}}{naam.localname}" for ander in namespaces - {naam.namespace}]
        for node.tag in fout:
            assert not schema.validate(root), (element, node.tag)
        node.tag = tag
        node.set("soort", "1")
        assert not schema.validate(root), element
        del node.attrib["soort"]
        if element.type not in standaard.typen:
            node[0].tail = "tekst"
            assert not schema.validate(root), element
            node[0].tail = None
    assert schema.validate(root)


@alle_berichten
def test_value_outside_the_facets_is_invalid_and_at_their_edge_valid(release, bericht):
    standaard, schema = read_standaard(release), xml_schema(release, bericht)
    root = make_bericht(standaard, bericht)
    for node, element in iter_plekken(standaard, bericht, root):
        if element.type not in standaard.typen:
            continue
        enkelvoudig, goed = standaard.typen[element.type], node.text
        for node.text in list_foute_waarden(enkelvoudig, element.extra_patroon):
            assert not schema.validate(root), (element, node.text)
        for node.text in list_randwaarden(enkelvoudig, element.extra_patroon):
            assert schema.validate(root), (element, node.text)
        node.text = goed


@alle_berichten
def test_every_type_has_values_that_are_refused(release, bericht):
    standaard = read_standaard(release)
    for elementen in standaard.klassen[bericht].values():
        for element in elementen:
            if element.type in standaard.typen:
                assert list_foute_waarden(standaard.typen[element.type], element.extra_patroon)
