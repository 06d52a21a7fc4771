"""Hostile messages are judged as the schema does, in bounded time, and tell nothing."""

from time import perf_counter

import pytest

from fuzz.lezing import pack, read_levering
from fuzz.rechter import judge
from fuzz.vergelijking import describe_los
from fuzz.vijandig import make_vijandig

VIJANDIG = make_vijandig()
SECONDEN = 10


@pytest.mark.parametrize("naam", VIJANDIG)
def test_hostile_message_is_judged_in_bounded_time(naam):
    inhoud = VIJANDIG[naam]
    begin = perf_counter()
    oordeel = describe_los(inhoud)
    assert perf_counter() - begin < SECONDEN
    assert oordeel == judge(inhoud).value


def test_hostile_messages_do_not_stop_the_others():
    [goed] = [inhoud for naam, inhoud in VIJANDIG.items() if naam == "stijlblad"]
    klein = [inhoud for inhoud in VIJANDIG.values() if len(inhoud) < 3_000_000]
    assert len(klein) > 25
    resultaat = read_levering(pack([*klein, goed]), "levering.zip")
    assert resultaat.aantal_berichten == len(klein) + 1
    assert {bevinding.regel_code for bevinding in resultaat.bevindingen}.isdisjoint(
        {"B003", "B099"}
    )
