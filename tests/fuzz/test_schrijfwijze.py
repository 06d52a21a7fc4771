"""However a message is written, it gives the same rows and breaks the same rules.

This holds the way that reads plain messages against the way that reads all others.
"""

from collections import Counter
from pathlib import Path
from random import Random

import pytest

from fuzz.boom import make_boom, parse_boom
from fuzz.geval import BERICHTEN
from fuzz.lezing import read_rijen
from fuzz.opmaak import Opmaak, make_opmaak, write_bericht

GOLDEN = Path(__file__).parents[1] / "golden" / "ijw"
PADEN = sorted(GOLDEN.glob("*.xml"))
AANTAL = 700
KAAL = Opmaak(inspringing="", staart="")


def make_sierlijk(rng: Random) -> Opmaak:
    opmaak = make_opmaak(rng, gewoon=0)
    opmaak.bom = False  # a finding of its own
    return opmaak


@pytest.mark.parametrize("pad", PADEN, ids=lambda pad: pad.stem)
def test_golden_message_gives_the_same_rows_in_any_form(pad):
    rng, boom = Random(pad.stem), parse_boom(pad.read_bytes())
    vormen = {write_bericht(rng, boom, make_sierlijk(rng)) for _ in range(40)}
    [gewoon, *anders] = read_rijen([pad.read_bytes(), *vormen - {pad.read_bytes()}])
    assert "bevinding" not in gewoon
    assert sum(rijen != gewoon for rijen in anders) == 0


def test_random_message_gives_the_same_rows_in_any_form():
    rng = Random("vorm")
    bomen = [make_boom(rng, BERICHTEN[nummer % len(BERICHTEN)]) for nummer in range(AANTAL)]
    kaal = read_rijen([write_bericht(rng, boom, KAAL) for boom in bomen])
    sierlijk = read_rijen([write_bericht(rng, boom, make_sierlijk(rng)) for boom in bomen])
    anders = [
        (nummer, boom.schema)
        for nummer, (boom, een, ander) in enumerate(zip(bomen, kaal, sierlijk, strict=True))
        if een != ander
    ]
    assert anders == []
    met_rijen = Counter(
        boom.schema
        for boom, rijen in zip(bomen, kaal, strict=True)
        if rijen.keys() - {"bericht", "bevinding"}
    )
    assert len(met_rijen) >= 6, "too few messages have rows to compare"
