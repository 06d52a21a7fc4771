"""Speed and memory of reading iJw, as ratios in one run: ``make bench``.

Ends with 1 when a limit is missed: ours reaches 0.8 of the rate of (a) lxml tree + XSD, three
times that of (b) ``pandas.read_xml``, and its memory does not follow the number of files.
"""

import argparse
import sys
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.ingest.leveringen import Levering, write_declaraties, write_maand
from benchmarks.ingest.meting import (
    Tijden,
    Weg,
    measure_geheugen,
    measure_start,
    measure_tijden,
    use_one_thread,
)
from benchmarks.ingest.wegen import (
    open_archief,
    read_with_lxml,
    read_with_pandas,
    read_with_regiobeeld,
)

LXML, PANDAS, ONS = "(a) lxml + XSD", "(b) pandas.read_xml", "(c) regiobeeld"
ARCHIEF = "archief alleen"
MINSTENS = {LXML: 0.8, PANDAS: 3.0}
HOOGSTENS_GEHEUGEN = 1.25
# read_xml reads one kind of row: in a month of many kinds there is nothing to compare.
_ZONDER_PANDAS: dict[str, Weg] = {
    LXML: read_with_lxml,
    ONS: read_with_regiobeeld,
    ARCHIEF: open_archief,
}
_ALLE = _ZONDER_PANDAS | {PANDAS: read_with_pandas}
_START = ("-c", "import ingest.inlezen, ingest.ijw")


@dataclass
class Verslag:
    """Prints what was measured and remembers whether a limit was missed."""

    is_gehaald: bool = True

    def add_tijden(self, tijden: Tijden) -> None:
        """Print the rate of every way, and ours as a ratio of the others."""
        grootte = tijden.levering.aantal_bytes / 2**20
        print(f"\n{tijden.levering.naam} ({grootte:.1f} MiB)")
        for weg, seconden in tijden.seconden.items():
            print(f"  {weg:<20} {seconden:8.3f} s {grootte / seconden:8.1f} MiB/s")
        for weg, minstens in MINSTENS.items():
            if weg in tijden.seconden:
                self._add(f"  (c) : {weg}", tijden.ratio(ONS, weg), minstens, is_minimum=True)

    def add_geheugen(self, weinig: Levering, veel: Levering) -> None:
        """Print the highest memory on two deliveries, one with many more files."""
        laag, hoog = measure_geheugen(weinig), measure_geheugen(veel)
        print(f"\ngeheugen: {weinig.naam} {laag:.0f} MiB, {veel.naam} {hoog:.0f} MiB")
        self._add("  verhouding", hoog / laag, HOOGSTENS_GEHEUGEN, is_minimum=False)

    def _add(self, naam: str, waarde: float, grens: float, *, is_minimum: bool) -> None:
        is_gehaald = waarde >= grens if is_minimum else waarde <= grens
        teken = "minstens" if is_minimum else "hoogstens"
        uitkomst = "gehaald" if is_gehaald else "NIET GEHAALD"
        print(f"{naam:<26} {waarde:5.2f} x, {teken} {grens:g} x: {uitkomst}", flush=True)
        self.is_gehaald &= is_gehaald


def main() -> int:
    """Print times, memory and ratios of one run."""
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("--rondes", type=int, default=5)
    parser.add_argument("--deel", type=float, default=1.0, help="share of the full sizes")
    keuze = parser.parse_args()
    use_one_thread()
    verslag = Verslag()
    with TemporaryDirectory() as tijdelijk:
        _measure(Path(tijdelijk), verslag, keuze.rondes, keuze.deel)
    return 0 if verslag.is_gehaald else 1


def _measure(map: Path, verslag: Verslag, rondes: int, deel: float) -> None:
    print(f"start (import): {measure_start(_START):.2f} s")
    groot = write_declaraties(map / "groot", 5, int(20_000 * deel))
    los = write_maand(map / "los", int(3_000 * deel))
    samen = write_maand(map / "samen", int(3_000 * deel), in_zips=True)
    for levering, wegen in ((groot, _ALLE), (los, _ZONDER_PANDAS), (samen, _ZONDER_PANDAS)):
        verslag.add_tijden(measure_tijden(levering, wegen, rondes))
    verslag.add_geheugen(write_maand(map / "tiende", int(300 * deel)), los)
    # Enough lines to fill a row group: what waits to be written does not grow beyond that.
    regels = int(1_000 * deel)
    verslag.add_geheugen(
        write_declaraties(map / "weinig", 150, regels), write_declaraties(map / "veel", 450, regels)
    )


if __name__ == "__main__":
    sys.exit(main())
