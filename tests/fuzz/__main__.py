"""The long run: ``make fuzz MINUTEN=10`` looks for messages on which reader and judge differ.

What is found is made small and kept in ``tests/fuzz/gevallen``; from then on ``make test``
reads it too. The messages are made up, so that they may be kept.
"""

import argparse
import secrets
import sys
from hashlib import sha256
from itertools import count
from pathlib import Path
from time import monotonic

from fuzz.geval import make_geval
from fuzz.rechter import judge
from fuzz.vergelijking import Verschil, describe_los, find_verschillen
from fuzz.verkleining import shrink

GEVALLEN = Path(__file__).parent / "gevallen"
_PER_ZIP = 700
_GENOEG = 20


def main() -> int:
    """Run until the time is over; returns 1 when something was found."""
    parser = argparse.ArgumentParser(prog="make fuzz", description=__doc__)
    parser.add_argument("--minuten", type=float, default=10)
    parser.add_argument("--seed", default=secrets.token_hex(4))
    keuze = parser.parse_args()
    print(f"seed {keuze.seed}, {keuze.minuten:g} minuten", flush=True)
    einde = monotonic() + keuze.minuten * 60
    gevonden: set[Path] = set()
    for ronde in count():
        reeks = range(ronde * _PER_ZIP, (ronde + 1) * _PER_ZIP)
        for verschil in find_verschillen([make_geval(keuze.seed, n) for n in reeks]):
            gevonden.add(_keep(verschil))
        if monotonic() > einde or len(gevonden) >= _GENOEG:
            print(f"{reeks.stop} berichten, {len(gevonden)} gevallen", flush=True)
            return 1 if gevonden else 0
    raise AssertionError("count() never ends")


def _keep(verschil: Verschil) -> Path:
    """Make a case small, write it among the regression cases and say so."""
    zo = (verschil.rechter, verschil.lezer)
    klein = shrink(verschil.geval.inhoud, lambda korter: _judge_both(korter) == zo)
    pad = GEVALLEN / f"{verschil.geval.bericht}_{sha256(klein).hexdigest()[:8]}.xml"
    pad.write_bytes(klein)
    print(f"{pad.name}: {verschil}", flush=True)
    return pad


def _judge_both(inhoud: bytes) -> tuple[object, str]:
    return judge(inhoud), describe_los(inhoud)


if __name__ == "__main__":
    sys.exit(main())
