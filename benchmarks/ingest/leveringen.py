"""The deliveries that every way of reading gets: few large files, and a month of small ones."""

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from benchmarks.ingest.declaraties import make_declaratie
from demo.genereer import write_demo
from ingest.archief import Archief

MAAND = "2025-06"
SLEUTEL = b"benchmark-archiefsleutel-32bytes"
_SOORTEN = (b"jw301", b"jw305", b"jw307", b"jw315", b"jw319", b"jw323", b"jw325")
_SOORT = re.compile(rb"/3_2/(jw\d{3})/schema")
_PER_ZIP = 50


@dataclass(frozen=True)
class Levering:
    """Files of one month, as they came in and as the archive keeps them."""

    naam: str
    bestanden: tuple[Path, ...]
    archief: Path

    @property
    def aantal_bytes(self) -> int:
        """Size of the files as they came in."""
        return sum(pad.stat().st_size for pad in self.bestanden)

    def open_archief(self) -> Archief:
        """Return the archive with these files."""
        return Archief(self.archief, SLEUTEL)


def write_declaraties(map: Path, aantal: int, regels: int) -> Levering:
    """Write large declaraties and return the delivery."""
    inhouden = (make_declaratie(nummer, regels) for nummer in range(1, aantal + 1))
    return _write(map, f"{aantal} declaraties × {regels} regels", inhouden, "xml")


def write_maand(map: Path, aantal: int, in_zips: bool = False) -> Levering:
    """Write a month of small messages of seven kinds, loose or in zips; return the delivery."""
    berichten = _make_berichten(aantal)
    if not in_zips:
        return _write(map, f"{aantal} losse berichten", iter(berichten), "xml")
    zips = (_pack(berichten[begin : begin + _PER_ZIP]) for begin in range(0, aantal, _PER_ZIP))
    return _write(map, f"{aantal} berichten in zips", zips, "zip")


def _write(map: Path, naam: str, inhouden: Iterator[bytes], soort: str) -> Levering:
    bestanden = []
    archief = Archief(map / "archief", SLEUTEL)
    (map / "inbox").mkdir(parents=True)
    for nummer, inhoud in enumerate(inhouden):
        pad = map / "inbox" / f"{nummer:05}.{soort}"
        pad.write_bytes(inhoud)
        archief.register_bestand(pad, "ijw", MAAND, date(2026, 6, 30))
        bestanden.append(pad)
    return Levering(naam, tuple(bestanden), map / "archief")


def _make_berichten(aantal: int) -> list[bytes]:
    """Return messages of the demo region, drawn from one year."""
    with TemporaryDirectory() as tijdelijk:
        # A tenth of the region has some 5,600 messages of these kinds a year.
        write_demo(Path(tijdelijk), seed=1, jaren=1, schaal=0.1 * max(1.0, aantal / 4000))
        inbox = Path(tijdelijk) / "inbox" / "ijw"
        berichten = sorted({inhoud for inhoud in _iter_inhouden(inbox) if _is_gekozen(inhoud)})
    return Random(1).sample(berichten, aantal)


def _iter_inhouden(inbox: Path) -> Iterator[bytes]:
    for pad in sorted(inbox.rglob("*.zip")):
        if zipfile.is_zipfile(pad):
            with zipfile.ZipFile(pad) as archief:
                yield from map(archief.read, archief.namelist())


def _is_gekozen(inhoud: bytes) -> bool:
    soort = _SOORT.search(inhoud)
    return soort is not None and soort[1] in _SOORTEN


def _pack(berichten: list[bytes]) -> bytes:
    stroom = io.BytesIO()
    with zipfile.ZipFile(stroom, "w", zipfile.ZIP_DEFLATED) as archief:
        for nummer, inhoud in enumerate(berichten):
            archief.writestr(f"{nummer:03}.xml", inhoud)
    return stroom.getvalue()
