from collections import Counter
from random import Random

import pytest
from lxml import etree

from demo.administratie.kantoor import Administratie
from demo.administratie.model import Bericht
from demo.catalogus import read_gemeenten
from demo.genereer import simuleer
from demo.schrijvers.ijw import to_xml
from demo.verhalen.vertellen import vertel_alles
from demo.verhalen.verteller import Verwacht
from schemas.ijw.xsd import xml_schema
from schemas.regels import read_regels


@pytest.fixture(scope="module")
def verteld() -> tuple[Administratie, list[Bericht], list[Verwacht]]:
    administratie = simuleer(6, 1, 0.01, 2025)
    aantal = len(administratie.berichten)
    verwacht = vertel_alles(Random("verhalen"), administratie.post)
    return administratie, administratie.berichten[aantal:], verwacht


def test_every_rule_across_messages_has_a_story(verteld):
    regels = {
        code
        for code, regel in read_regels().items()
        if regel.bron == "ijw"
        and regel.niveau in ("verband", "extern")
        and not regel.niet_te_beoordelen
    }
    assert {v.regel_code for v in verteld[2]} - {"TR342"} == regels


def test_a_story_expects_a_rule_in_a_message_that_it_is_for(verteld):
    regels = read_regels()
    for verwacht in verteld[2]:
        assert verwacht.bericht in regels[verwacht.regel_code].berichten.split(), verwacht


def test_stories_are_valid_messages_outside_the_region(verteld):
    _, berichten, _ = verteld
    for bericht in berichten:
        assert bericht.gemeente not in read_gemeenten()
        schema = xml_schema("3_2", bericht.soort)
        schema.assertValid(etree.fromstring(to_xml(bericht)))


def test_no_youth_of_a_story_lives_in_the_region(verteld):
    administratie, berichten, _ = verteld
    in_regio = {zorg.jeugdige.bsn for zorg in administratie.zorg}
    in_verhaal = {b.inhoud.bsn for b in berichten if b.soort in ("jw301", "jw305", "jw315")}
    assert len(in_verhaal) > 50
    assert not in_regio & in_verhaal
    assert all(bsn.startswith("99") for bsn in in_verhaal)


def test_the_same_seed_tells_the_same_stories(verteld):
    ander = simuleer(6, 1, 0.01, 2025)
    assert vertel_alles(Random("verhalen"), ander.post) == verteld[2]


def test_two_stories_do_not_share_a_number(verteld):
    kenmerken = Counter((v.regel_code, v.kenmerk) for v in verteld[2])
    assert max(kenmerken.values()) == 1
