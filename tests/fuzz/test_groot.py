"""Large messages, good and full of errors, take bounded time and memory."""

import pytest

from fuzz.groot import make_groot, read_apart
from fuzz.rechter import Oordeel, judge

REGELS = 20_000
HOOGSTENS_PER_BYTE = 14
"""A tree of lxml alone takes about eight times the message."""


@pytest.fixture(scope="module")
def goed():
    return read_apart(make_groot("goed", REGELS))


def test_large_message_is_read_in_bounded_memory(goed):
    assert (goed.aantal_aanvaard, goed.aantal_bevindingen) == (REGELS, 0)
    assert goed.geheugen_per_byte < HOOGSTENS_PER_BYTE


@pytest.mark.parametrize(
    ("soort", "regel_codes"),
    [("schemafouten", {"XSD"}), ("regelfouten", {"CS100", "CS340"}), ("laatste", {"XSD"})],
)
def test_forty_thousand_errors_take_bounded_time_and_memory(soort, regel_codes, goed):
    gelezen = read_apart(make_groot(soort, REGELS))
    assert gelezen.aantal_aanvaard == 0
    assert regel_codes <= set(gelezen.regel_codes)
    assert gelezen.aantal_bevindingen >= (1 if soort == "laatste" else REGELS)
    assert gelezen.geheugen_per_byte < HOOGSTENS_PER_BYTE
    assert gelezen.seconden < 5 + 10 * goed.seconden


def test_judge_sees_the_errors():
    for soort in ("schemafouten", "laatste"):
        assert judge(make_groot(soort, 20)) == Oordeel.ONGELDIG
    for soort in ("goed", "regelfouten"):
        assert judge(make_groot(soort, 20)) == Oordeel.GELDIG
