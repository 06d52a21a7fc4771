"""Large messages, read in a process of their own: ``python -m fuzz.groot BESTAND``."""

import json
import re
import subprocess
import sys
from dataclasses import asdict, dataclass
from pathlib import Path
from tempfile import NamedTemporaryFile
from time import perf_counter

from benchmarks.ingest.declaraties import make_declaratie
from fuzz.lezing import read_levering

_MIB = 2**20
_BEDRAG = re.compile(rb"(<b:Bedrag>)(\d+)")


@dataclass(frozen=True)
class Gelezen:
    """What reading one large message took and gave; memory above that of the message itself."""

    aantal_bytes: int
    seconden: float
    geheugen_mib: float
    aantal_bevindingen: int
    regel_codes: tuple[str, ...]
    aantal_aanvaard: int

    @property
    def geheugen_per_byte(self) -> float:
        """Memory that the reading added, as a multiple of the message."""
        return self.geheugen_mib * _MIB / self.aantal_bytes


def make_groot(soort: str, regels: int) -> bytes:
    """Return a declaratie: ``goed``, or with two errors on every line.

    ``schemafouten`` breaks the XSD, ``regelfouten`` the rules, ``laatste`` only the last code.
    """
    goed = make_declaratie(1, regels)
    match soort:
        case "schemafouten":
            return goed.replace(b">01</d:Eenheid>", b">x</d:Eenheid>").replace(
                b"<d:ProductTarief>", b"<d:ProductTarief>-"
            )
        case "regelfouten":
            anders = _BEDRAG.sub(rb"\g<1>1\2", goed)
            return anders.replace(b"<b:Begindatum>2025-05-", b"<b:Begindatum>2020-05-")
        case "laatste":
            voor, _, na = goed.rpartition(b">01</d:Eenheid>")
            return voor + b">99</d:Eenheid>" + na
    return goed


def read_apart(inhoud: bytes) -> Gelezen:
    """Return what reading a large message takes, measured in a process of its own."""
    with NamedTemporaryFile(suffix=".xml") as bestand:
        bestand.write(inhoud)
        bestand.flush()
        uitkomst = subprocess.run(
            [sys.executable, "-m", "fuzz.groot", bestand.name],
            capture_output=True,
            text=True,
            check=True,
            env={"PYTHONPATH": ":".join(filter(None, sys.path))},
        )
    velden = json.loads(uitkomst.stdout)
    return Gelezen(**velden | {"regel_codes": tuple(velden["regel_codes"])})


def _measure(pad: Path) -> Gelezen:
    # What is loaded and built once is not what a large message takes.
    read_levering(make_groot("goed", 10), "warm.xml")
    inhoud = pad.read_bytes()
    voor = _read_hoogste_geheugen()
    begin = perf_counter()
    resultaat = read_levering(inhoud, "bericht.xml")
    seconden = perf_counter() - begin
    codes = {bevinding.regel_code for bevinding in resultaat.bevindingen}
    return Gelezen(
        aantal_bytes=len(inhoud),
        seconden=seconden,
        geheugen_mib=_read_hoogste_geheugen() - voor,
        aantal_bevindingen=len(resultaat.bevindingen),
        regel_codes=tuple(sorted(codes)),
        aantal_aanvaard=resultaat.aantal_rijen_aanvaard,
    )


def _read_hoogste_geheugen() -> float:
    status = Path("/proc/self/status").read_text(encoding="ascii")
    hoogste = re.search(r"VmHWM:\s+(\d+) kB", status)
    assert hoogste is not None
    return int(hoogste[1]) / 1024


if __name__ == "__main__":
    print(json.dumps(asdict(_measure(Path(sys.argv[1])))))
