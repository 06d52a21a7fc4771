"""Mangled messages: whatever arrives, it is read or refused, and nothing leaks or is lost."""

import re
from pathlib import Path
from random import Random

import pytest

GOLDEN = Path(__file__).parents[2] / "golden" / "ijw"
PATHS = sorted(GOLDEN.glob("*.xml"))
BROKKEN = [
    b"<", b">", b"&", b"<!--", b"-->", b"]]>", b"<![CDATA[", b"<?", b"\x00", b"\xff",
    b"<!DOCTYPE a>", b"999900006", b"0", b" ", b"\n", b"-", b"xsi:nil='true'",
    "\N{LEFT-TO-RIGHT MARK}".encode(),
]  # fmt: skip


def mangle(inhoud: bytes, rng: Random) -> bytes:
    begin, eind = sorted(rng.randrange(len(inhoud)) for _ in range(2))
    match rng.randrange(5):
        case 0:
            return inhoud[:begin] + inhoud[begin + rng.randrange(1, 20) :]
        case 1:
            return inhoud[:begin] + rng.choice(BROKKEN) + inhoud[begin:]
        case 2:
            return inhoud[:eind] + inhoud[begin:eind] + inhoud[eind:]
        case 3:
            waarden = list(re.finditer(rb">([^<\s]+)<", inhoud))
            waarde, ander = rng.choice(waarden), rng.choice(waarden)
            return inhoud[: waarde.start(1)] + ander[1] + inhoud[waarde.end(1) :]
        case _:
            regels = inhoud.splitlines(keepends=True)
            regels.pop(rng.randrange(len(regels)))
            return b"".join(regels)


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_mangled_message_is_read_or_refused(path, lees):
    rng = Random(path.stem)
    inhoud = path.read_bytes()
    statussen = set()
    for _ in range(60):
        resultaat = lees(mangle(inhoud, rng))
        statussen.add(resultaat.status)
        [bericht] = resultaat.tabellen["bericht"].to_pylist()
        is_geweigerd = bericht["status"] == "quarantaine"
        assert is_geweigerd == (resultaat.status == "quarantaine")
        assert is_geweigerd == (set(resultaat.tabellen) == {"bericht"} and bool(
            [gevonden for gevonden in resultaat.bevindingen if gevonden.regel_code != "B015"]
        ))  # fmt: skip
        geteld = sum(gevonden.aantal_rijen for gevonden in resultaat.bevindingen)
        assert geteld == resultaat.aantal_rijen_geweigerd
        assert geteld + resultaat.aantal_rijen_aanvaard == bericht["aantal_regels"]
        rijen = [gevonden.to_row(resultaat.bestand) for gevonden in resultaat.bevindingen]
        for geheim in ("999900006", "999900018", "Voorbeeld", "8200AA"):
            assert geheim not in repr(rijen)
    assert statussen >= {"quarantaine"}
