"""What the fuzzer makes is valid where it should be, complete, and the same for the same seed."""

from collections import Counter
from random import Random

import pytest

from fuzz.boom import RELEASE, make_boom
from fuzz.geval import BERICHTEN, make_geldig, make_geval
from fuzz.rechter import Oordeel, judge
from fuzz.verkleining import shrink
from schemas.ijw.standaard import BASISSCHEMA, read_standaard

STANDAARD = read_standaard(RELEASE)


def test_valid_messages_are_valid_to_the_schema():
    gevallen = [make_geldig("geldig", nummer) for nummer in range(2800)]
    assert [geval for geval in gevallen if judge(geval.inhoud) != Oordeel.GELDIG] == []


@pytest.mark.parametrize("bericht", BERICHTEN)
def test_every_element_of_the_standard_occurs(bericht):
    rng = Random(bericht)
    gezien = Counter(
        (knoop.schema, knoop.naam)
        for _ in range(60)
        for knoop in make_boom(rng, bericht).iter_alle()
    )
    eigen = {
        (bericht, element.naam)
        for elementen in STANDAARD.klassen[bericht].values()
        for element in elementen
    }
    assert eigen - set(gezien) == set()


def test_every_shared_element_occurs():
    gezien = {
        knoop.naam
        for nummer in range(600)
        for knoop in make_boom(Random(nummer), BERICHTEN[nummer % 14]).iter_alle()
        if knoop.schema == BASISSCHEMA
    }
    klassen = STANDAARD.klassen[BASISSCHEMA].values()
    assert {element.naam for klasse in klassen for element in klasse} - gezien == set()


def test_same_seed_gives_the_same_message():
    assert make_geval("a", 7) == make_geval("a", 7)
    assert make_geval("a", 7).inhoud != make_geval("b", 7).inhoud


def test_case_shows_how_to_make_it_and_not_what_is_in_it():
    geval = make_geval("a", 0)
    assert repr(geval).startswith("<geval seed='a' nummer=0 jw301: ")
    assert "Bericht" not in repr(geval)


def test_shrinking_keeps_only_what_fails():
    inhoud = make_geldig("klein", 0).inhoud + b"<Fout>9</Fout>"
    assert shrink(inhoud, lambda korter: b"Fout" in korter) == b"Fout"
