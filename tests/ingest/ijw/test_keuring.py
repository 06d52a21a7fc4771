"""A long message is validated in parts, and that changes no error."""

import re

import pytest
from lxml import etree

from benchmarks.ingest.declaraties import make_declaratie
from ingest.ijw import keuring
from ingest.ijw.soort import Soort
from schemas.ijw.xsd import xml_schema

SOORT = Soort("3_2", "jw323")
SCHEMA = xml_schema("3_2", "jw323")
GOED = make_declaratie(1, 1500)
TWEEDE = GOED.replace(b'xmlns:d="', b'xmlns="').replace(b"<d:", b"<").replace(b"</d:", b"</")


def spoil(inhoud: bytes) -> bytes:
    """Break the header, every unit that follows a volume of 1xx, and the last line."""
    inhoud = inhoud.replace(b"Afzender>99000001<", b"Afzender>9900000x<")
    inhoud = re.sub(
        rb"(Volume>1\d\d</(?:d:)?GeleverdVolume>\s*<(?:d:)?Eenheid>)01", rb"\1xx", inhoud
    )
    voor, _, na = inhoud.rpartition(b"<b:Bedrag>")
    return voor + b"<b:Bedrag>-" + na


@pytest.mark.parametrize("inhoud", [GOED, TWEEDE], ids=["prefix", "zonder_prefix"])
def test_parts_give_the_errors_of_the_whole(inhoud, monkeypatch):
    root = etree.fromstring(spoil(inhoud))
    voor = etree.tostring(root)
    in_delen = keuring.list_fouten(SCHEMA, root, SOORT)
    assert etree.tostring(root) == voor
    monkeypatch.setattr(keuring, "_PER_DEEL", 10**6)
    assert in_delen == keuring.list_fouten(SCHEMA, root, SOORT)
    assert len(in_delen) > 50


@pytest.mark.parametrize("inhoud", [GOED, TWEEDE], ids=["prefix", "zonder_prefix"])
def test_valid_message_has_no_errors(inhoud):
    assert keuring.list_fouten(SCHEMA, etree.fromstring(inhoud), SOORT) == []


def test_only_a_list_of_one_kind_is_parted():
    """A long list where the schema has none stays whole: its parts could be valid apart."""
    los = GOED.replace(b"<d:Header>", b"<d:Header/>" * 300 + b"<d:Header>", 1)
    root = etree.fromstring(los)
    assert len(root) > 300
    assert keuring.list_fouten(SCHEMA, root, SOORT) != []
