"""The verdict of our reader equals that of lxml with the XSD, on thousands of mutated messages."""

from collections import Counter
from pathlib import Path

import pytest

from fuzz.boom import RELEASE
from fuzz.geval import BERICHTEN, make_geldig, make_geval, make_randgevallen
from fuzz.lezing import read_samen
from fuzz.rechter import Oordeel, has_vreemde_datum, judge
from fuzz.vergelijking import describe_los, find_buren, find_verschillen
from schemas.ijw.standaard import read_standaard

SEED = "ci"
PER_ZIP = 1400
AANTAL_ZIPS = 10
GEVALLEN = sorted((Path(__file__).parent / "gevallen").glob("*.xml"))


def make_reeks(nummer: int, aantal: int = PER_ZIP):
    return [make_geval(SEED, n) for n in range(nummer * aantal, (nummer + 1) * aantal)]


@pytest.mark.parametrize("nummer", range(AANTAL_ZIPS))
def test_verdict_equals_that_of_the_schema(nummer):
    assert find_verschillen(make_reeks(nummer)) == []


@pytest.mark.parametrize("type_naam", read_standaard(RELEASE).typen)
def test_verdict_on_every_odd_value_of_a_type_equals_that_of_the_schema(type_naam):
    assert find_verschillen(make_randgevallen(type_naam)) == []


def test_more_than_twenty_thousand_messages_of_every_kind_are_judged():
    op_een_rand = sum(len(make_randgevallen(naam)) for naam in read_standaard(RELEASE).typen)
    assert PER_ZIP * AANTAL_ZIPS + op_een_rand >= 25_000
    per_bericht = Counter(geval.bericht for geval in make_reeks(0))
    assert set(per_bericht) == set(BERICHTEN)
    assert len(set(per_bericht.values())) == 1


def test_valid_messages_are_taken_for_valid():
    gevallen = [make_geldig(SEED, nummer) for nummer in range(PER_ZIP)]
    uitslagen = read_samen([geval.inhoud for geval in gevallen])
    anders = [
        geval
        for geval, uitslag in zip(gevallen, uitslagen, strict=True)
        if uitslag.oordeel != Oordeel.GELDIG
    ]
    assert anders == []


def test_valid_message_is_stopped_only_by_a_date_that_no_calendar_has():
    gevallen = [*make_reeks(0), *make_randgevallen("LDT_Datum")]
    uitslagen = read_samen([geval.inhoud for geval in gevallen])
    gestopt = [
        geval
        for geval, uitslag in zip(gevallen, uitslagen, strict=True)
        if any("B016" in bevinding for bevinding in uitslag.bevindingen)
    ]
    assert len(gestopt) > 5
    assert [geval for geval in gestopt if not has_vreemde_datum(geval.inhoud)] == []


def test_neighbours_in_a_zip_change_no_finding():
    gevallen = make_reeks(AANTAL_ZIPS, aantal=280)
    assert find_buren(gevallen, read_samen([geval.inhoud for geval in gevallen])) == []


def test_order_in_a_zip_changes_no_finding():
    gevallen = make_reeks(AANTAL_ZIPS + 1)
    heen = read_samen([geval.inhoud for geval in gevallen])
    terug = read_samen([geval.inhoud for geval in reversed(gevallen)])
    anders = [g for g, een, ander in zip(gevallen, heen, terug[::-1], strict=True) if een != ander]
    assert anders == []


def test_mutations_lie_on_both_sides_of_every_edge():
    gevallen = [geval for nummer in range(2) for geval in make_reeks(nummer)]
    oordelen = Counter((geval.bericht, judge(geval.inhoud)) for geval in gevallen)
    for bericht in BERICHTEN:
        for oordeel in Oordeel:
            assert oordelen[bericht, oordeel] >= 10, (bericht, oordeel)


@pytest.mark.parametrize("pad", GEVALLEN, ids=lambda pad: pad.stem)
def test_message_that_once_went_wrong_goes_right(pad):
    inhoud = pad.read_bytes()
    assert describe_los(inhoud) == judge(inhoud).value
